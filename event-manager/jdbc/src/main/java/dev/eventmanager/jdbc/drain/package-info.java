/**
 * Brings held keys back: tries their heads again when they are due, and what waits behind them
 * after. {@link dev.eventmanager.jdbc.drain.SequenceDrain} is the door.
 */
@NullMarked
package dev.eventmanager.jdbc.drain;

import org.jspecify.annotations.NullMarked;
