package dev.eventmanager.local.journey;

import java.time.Instant;

/** One thing seen of an event. */
public sealed interface Sighting {

  /** The event's id; of an event that came without one, whatever the observed part gave it. */
  String eventId();

  /** What the event is about. */
  Subject subject();

  /**
   * The broker routed it to the wiretap; {@code at} is the time it carries, or that of its arrival.
   */
  record Published(String eventId, Subject subject, Instant at) implements Sighting {}

  /** A service's handler finished with it. */
  record Handled(String eventId, Subject subject, String queue, Instant at) implements Sighting {}

  /** It came out of the SQS queue. */
  record Mirrored(String eventId, Subject subject, String group, String sequence, Instant at)
      implements Sighting {}

  /** Which event of which order: what is left to recognise an event by that came without an id. */
  record Subject(String routingKey, String order) {}
}
