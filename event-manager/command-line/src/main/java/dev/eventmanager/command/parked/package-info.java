/**
 * The commands that show, replay and discard parked events. {@link
 * dev.eventmanager.command.parked.ParkedCommands} puts them together.
 */
@NullMarked
package dev.eventmanager.command.parked;

import org.jspecify.annotations.NullMarked;
