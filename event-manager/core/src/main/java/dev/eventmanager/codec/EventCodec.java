package dev.eventmanager.codec;

import dev.eventmanager.Event;
import dev.eventmanager.EventMetadata;
import dev.eventmanager.EventType;
import dev.eventmanager.ParkReason;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.catalogue.EventCatalogue.DeclaredKey;
import dev.eventmanager.routing.RoutingKey;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;

/**
 * Writes payloads as UTF-8 JSON and reads events of every declared version into the newest payload.
 * Thread-safe.
 *
 * <p>Decimals stay exact, times are ISO-8601 in UTC, unknown fields are ignored. A missing field
 * is an error where the payload's type insists on it, as Immutables do and a record by a check in
 * its constructor.
 */
public final class EventCodec {

  /** The default limit of a body: 1 MiB, what Amazon SQS takes. */
  public static final int DEFAULT_MAX_BODY_BYTES = 1024 * 1024;

  private final EventCatalogue catalogue;
  private final int maxBodyBytes;
  private final PayloadJson json = new PayloadJson();

  public EventCodec(EventCatalogue catalogue) {
    this(catalogue, DEFAULT_MAX_BODY_BYTES);
  }

  /**
   * A codec for the events of a catalogue.
   *
   * @param maxBodyBytes the largest body that is written or read, in bytes
   */
  public EventCodec(EventCatalogue catalogue, int maxBodyBytes) {
    this.catalogue = catalogue;
    this.maxBodyBytes = maxBodyBytes;
  }

  /**
   * The body of an event.
   *
   * @throws IllegalArgumentException if the type is not in the catalogue, or the payload cannot be
   *     written or is too large
   */
  public <T> byte[] encode(EventType<T> type, T payload) {
    if (!catalogue.contains(type)) {
      throw new IllegalArgumentException(
          "event %s is not declared; add it to the EventDeclarations of its module"
              .formatted(type));
    }
    return write(type, payload);
  }

  /**
   * The bodies of an event's twins, one for each of its type's {@linkplain EventType#twinVersions
   * twin versions}.
   *
   * @throws IllegalArgumentException if one cannot be made of the payload, cannot be written or is
   *     too large
   */
  public <T> List<byte[]> encodeTwins(EventType<T> type, T payload) {
    if (type.twinVersions().isEmpty()) {
      return List.of();
    }
    return type.twinVersions().stream()
        .map(version -> write(type, downcast(type, version, payload)))
        .toList();
  }

  private static <T> Object downcast(EventType<T> type, int version, T payload) {
    try {
      return type.downcast(version, payload);
    } catch (RuntimeException failure) {
      throw new IllegalArgumentException(
          "event %s: the payload could not be downcast to version %d: %s"
              .formatted(type, version, failure),
          failure);
    }
  }

  private byte[] write(EventType<?> type, Object payload) {
    byte[] body = json.write(type, payload);
    if (body.length > maxBodyBytes) {
      throw new IllegalArgumentException(
          "event %s has a body of %d bytes, the limit is %d; publish a reference to the data instead"
              .formatted(type, body.length, maxBodyBytes));
    }
    return body;
  }

  /**
   * The event with its payload in the newest version.
   *
   * @throws UndecodableEventException if it is undeclared, of a version nobody can read, too large
   *     or malformed
   */
  public Event<?> decode(EncodedEvent encoded) {
    DeclaredKey declared = catalogue
        .find(encoded.metadata().routingKey())
        .orElseThrow(() -> unreadable(encoded.metadata()));
    return decode(declared.event(), declared.key().version(), encoded);
  }

  /**
   * The ordering key of a body that came without one, by its event type; empty if the type has none
   * or the body cannot be read.
   */
  public Optional<String> orderingKey(String routingKey, byte[] body) {
    return RoutingKey.parse(routingKey)
        .flatMap(
            key -> catalogue.find(key).flatMap(type -> orderingKey(type, key.version(), body)));
  }

  /**
   * Shows a visitor the JSON that payloads of a type are written as: its fields and their types.
   *
   * @throws IllegalArgumentException if they cannot be written at all
   */
  public void describe(Class<?> payloadType, JsonFormatVisitorWrapper visitor) {
    json.describe(payloadType, visitor);
  }

  private <T> Optional<String> orderingKey(EventType<T> type, int version, byte[] body) {
    if (body.length > maxBodyBytes) {
      return Optional.empty();
    }
    try {
      return type.payloadType(version)
          .flatMap(payloadType ->
              type.orderingKey(type.upcast(version, json.read(payloadType, body, type::toString))));
    } catch (RuntimeException | Error unreadable) {
      // The same body is decoded again for its handler, and the failure reported there.
      return Optional.empty();
    }
  }

  private <T> Event<T> decode(EventType<T> type, int version, EncodedEvent encoded) {
    Class<?> payloadType = type.payloadType(version).orElseThrow();
    if (encoded.body().length > maxBodyBytes) {
      throw tooLarge(encoded);
    }
    try {
      Object payload = json.read(payloadType, encoded.body(), () -> describe(encoded.metadata()));
      return new Event<>(type, type.upcast(version, payload), encoded.metadata());
    } catch (UndecodableEventException malformed) {
      throw malformed;
    } catch (RuntimeException failure) {
      throw new UndecodableEventException(
          "event %s: version %d could not be upcast to version %d: %s"
              .formatted(describe(encoded.metadata()), version, type.version(), failure),
          "$",
          failure);
    }
  }

  private UndecodableEventException unreadable(EventMetadata metadata) {
    return RoutingKey.parse(metadata.routingKey())
        .flatMap(
            key -> catalogue.find(key).map(type -> unknownVersion(type, key.version(), metadata)))
        .orElseGet(() -> unknown(metadata));
  }

  private UndecodableEventException unknown(EventMetadata metadata) {
    return new UndecodableEventException(
        ParkReason.UNKNOWN_EVENT,
        "event %s is not declared%s; declare it, or narrow the pattern that let it in"
            .formatted(
                describe(metadata),
                catalogue
                    .nearest(metadata.routingKey())
                    .map(nearest -> ", the nearest is " + nearest)
                    .orElse("")));
  }

  private static UndecodableEventException unknownVersion(
      EventType<?> type, int version, EventMetadata metadata) {
    String advice = version > type.version()
        ? "take the newer release of the module that declares it, then replay"
        : "add .upcasting(%d, …) to it, then replay".formatted(version);
    return new UndecodableEventException(
        ParkReason.UNKNOWN_VERSION,
        "event %s has version %d, this service reads %s; %s"
            .formatted(describe(metadata), version, type.versionList(), advice));
  }

  private UndecodableEventException tooLarge(EncodedEvent encoded) {
    return new UndecodableEventException(
        ParkReason.TOO_LARGE,
        "event %s has a body of %d bytes, the limit is %d; raise event-manager.max-body-size or publish a reference"
            .formatted(describe(encoded.metadata()), encoded.body().length, maxBodyBytes));
  }

  private static String describe(EventMetadata metadata) {
    return "%s with routing key \"%s\" on exchange \"%s\""
        .formatted(metadata.id(), metadata.routingKey(), metadata.exchange());
  }
}
