package dev.eventmanager.local.journey;

import java.time.Instant;

/** One thing seen of an event. */
public sealed interface Sighting {

    String eventId();

    /** The broker routed it to the wiretap; {@code at} is the time it carries, or that of its arrival. */
    record Published(String eventId, String routingKey, String orderingKey, String source, Instant at)
            implements Sighting {}

    /** A service's handler finished with it. */
    record Handled(String eventId, String queue, Instant at) implements Sighting {}

    /** It came out of the SQS queue. */
    record Mirrored(String eventId, String group, String sequence, Instant at) implements Sighting {}
}
