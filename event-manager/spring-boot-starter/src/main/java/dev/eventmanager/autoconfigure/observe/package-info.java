/**
 * What can be seen of publishing and handling: observations with their timers and traces, and one
 * line of the log an event. {@link dev.eventmanager.autoconfigure.observe.ObservedTransport} and
 * {@link dev.eventmanager.autoconfigure.observe.HandlingObserver} stand around the two sides.
 */
@NullMarked
package dev.eventmanager.autoconfigure.observe;

import org.jspecify.annotations.NullMarked;
