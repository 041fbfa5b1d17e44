package dev.eventmanager;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What is known of an event besides its payload. Immutable and thread-safe.
 *
 * <p>On the wire it travels as AMQP properties and as CloudEvents 1.0 attributes (binary mode).
 */
@Value.Immutable
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true)
public interface EventMetadata {

  /** The event id, unique for each event, a UUIDv7 where this library made it. */
  String id();

  /** The exchange it was published to. */
  String exchange();

  /** The routing key as on the wire, such as {@code order.v1.submit}; any text from strangers. */
  String routingKey();

  /** The service that published it; empty where a stranger did not say. */
  String source();

  /** When it happened, by the publisher's clock. */
  Instant time();

  /**
   * The ordering key: events of one key are handled in the order of their publication. An event
   * without order among its kind has its own id here, and so a key to itself.
   */
  String orderingKey();

  /** The id of the event that began the conversation; empty for the one that began it. */
  Optional<String> correlationId();

  /** The id of the event whose handling published this one. */
  Optional<String> causationId();

  /** W3C trace context. */
  Optional<String> traceparent();

  /** W3C trace state. */
  Optional<String> tracestate();

  /**
   * Where a bridge brought it in from, such as the name of another broker; empty for an event that
   * was published on the broker it is read from. A bridge takes nothing back to its origin.
   */
  Optional<String> origin();

  /** The versions that it is published in at once; empty if in one alone, as most events are. */
  Optional<Twins> twins();

  /**
   * What another client gave its message besides the headers of the wire contract; the library's own
   * publishers add nothing. A bridge brings them to the other side as they were, and an event that
   * is kept in a database, or parked, keeps them. Headers that the broker makes are none of them.
   */
  @Value.Default
  default EventHeaders headers() {
    return EventHeaders.NONE;
  }

  /** The id of the event that it is a twin of, or its own: one event to a subscriber. */
  default String originalId() {
    return twins().map(Twins::originalId).orElse(id());
  }

  /** The conversation it belongs to: the correlation id, or its own id where it began it. */
  default String conversation() {
    return correlationId().orElse(id());
  }

  /** A builder that starts with these values. */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds {@link EventMetadata}. Not thread-safe. */
  final class Builder extends ImmutableEventMetadata.Builder {}
}
