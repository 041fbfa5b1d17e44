/**
 * What can be seen of publishing and handling: timers, traces, and one line of the log an event.
 * {@link dev.eventmanager.autoconfigure.observe.Observing} stands around the two sides.
 */
@NullMarked
package dev.eventmanager.autoconfigure.observe;

import org.jspecify.annotations.NullMarked;
