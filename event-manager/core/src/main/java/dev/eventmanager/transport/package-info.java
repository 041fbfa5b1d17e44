/**
 * The way out for encoded events. {@link dev.eventmanager.transport.EventTransport} is the door: a
 * broker implements it, outbox and observation stand before one. {@link
 * dev.eventmanager.transport.LaterTransport} keeps events until they are due.
 */
@NullMarked
package dev.eventmanager.transport;

import org.jspecify.annotations.NullMarked;
