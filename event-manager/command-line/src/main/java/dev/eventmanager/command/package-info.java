/**
 * Parked events from a terminal or a script. {@link dev.eventmanager.command.Events} is the program.
 */
@NullMarked
package dev.eventmanager.command;

import org.jspecify.annotations.NullMarked;
