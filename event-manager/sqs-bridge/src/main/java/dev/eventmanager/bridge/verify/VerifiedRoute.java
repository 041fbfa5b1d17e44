package dev.eventmanager.bridge.verify;

import dev.eventmanager.bridge.audit.AuditStream;
import dev.eventmanager.codec.EncodedEvent;
import java.util.function.Predicate;

/**
 * A route whose two sides can be compared.
 *
 * @param queue the RabbitMQ queue that gathers its events
 * @param target the name of what they are sent to
 * @param stream what was published
 * @param toBeMirrored whether an event that was published is to be sent at all
 */
public record VerifiedRoute(
    String queue, String target, AuditStream stream, Predicate<EncodedEvent> toBeMirrored) {}
