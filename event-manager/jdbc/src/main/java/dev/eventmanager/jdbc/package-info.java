/**
 * The library's part in a service's own database: outbox, inbox and parked events. Nothing stands
 * here itself; start at {@link dev.eventmanager.jdbc.schema.EventManagerSchema}, then {@link
 * dev.eventmanager.jdbc.outbox.OutboxTransport} and {@link
 * dev.eventmanager.jdbc.inbox.InboxInterceptor}.
 */
@NullMarked
package dev.eventmanager.jdbc;

import org.jspecify.annotations.NullMarked;
