/**
 * Keeps what a route is given to mirror in a RabbitMQ stream beside its queue, for as long as it is
 * told, so that both sides can be compared later. {@link dev.eventmanager.bridge.audit.AuditStream}
 * is the door.
 */
@NullMarked
package dev.eventmanager.bridge.audit;

import org.jspecify.annotations.NullMarked;
