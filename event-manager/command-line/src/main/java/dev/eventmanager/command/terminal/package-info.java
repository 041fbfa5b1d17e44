/**
 * What a person sees and is asked. {@link dev.eventmanager.command.terminal.Table} lays rows out,
 * {@link dev.eventmanager.command.terminal.Prompt} waits for an answer.
 */
@NullMarked
package dev.eventmanager.command.terminal;

import org.jspecify.annotations.NullMarked;
