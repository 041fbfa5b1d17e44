/**
 * The way out for encoded events. {@link dev.eventmanager.transport.EventTransport} is the door: a
 * broker implements it, outbox and observation stand before one.
 */
@NullMarked
package dev.eventmanager.transport;

import org.jspecify.annotations.NullMarked;
