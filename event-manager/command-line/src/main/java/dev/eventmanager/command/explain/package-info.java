/**
 * Says which events reach which queue, as a running service knows it or as files of services declare
 * it. {@link dev.eventmanager.command.explain.ExplainCommands} is the door.
 */
@NullMarked
package dev.eventmanager.command.explain;

import org.jspecify.annotations.NullMarked;
