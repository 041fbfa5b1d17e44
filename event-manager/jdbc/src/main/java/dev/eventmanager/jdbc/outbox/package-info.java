/**
 * The outbox: an event goes out if and only if the transaction it was published in commits. {@link
 * dev.eventmanager.jdbc.outbox.OutboxTransport} stores events, {@link
 * dev.eventmanager.jdbc.outbox.OutboxRelay} publishes them, {@link
 * dev.eventmanager.jdbc.outbox.OutboxStatus} tells how they fare.
 */
@NullMarked
package dev.eventmanager.jdbc.outbox;

import org.jspecify.annotations.NullMarked;
