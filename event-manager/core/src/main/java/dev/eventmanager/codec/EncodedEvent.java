package dev.eventmanager.codec;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.Twins;
import dev.eventmanager.routing.RoutingKey;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * An event as it travels: metadata and the bytes of its body. Transports, outbox, parking and
 * bridge carry it without ever reading the body.
 */
public final class EncodedEvent {

  private final EventMetadata metadata;
  private final byte[] body;
  private final List<byte[]> twinBodies;

  /**
   * An event that carries these very bytes.
   *
   * @param body not copied: nobody may change it from here on
   */
  public EncodedEvent(EventMetadata metadata, byte[] body) {
    this(metadata, body, List.of());
  }

  /**
   * An original, which its twins accompany until it is sent: they are stored, moved and taken back
   * with it.
   *
   * @param twinBodies the twins' bodies, one for each {@linkplain Twins#olderVersions older version};
   *     empty for an event without twins, and for one that has arrived
   */
  public EncodedEvent(EventMetadata metadata, byte[] body, List<byte[]> twinBodies) {
    this.metadata = metadata;
    this.body = body;
    this.twinBodies = List.copyOf(twinBodies);
  }

  public EventMetadata metadata() {
    return metadata;
  }

  /** The body; not a copy, so it must not be changed. */
  public byte[] body() {
    return body;
  }

  /** The same body under other metadata. */
  public EncodedEvent withMetadata(EventMetadata other) {
    return new EncodedEvent(other, body, twinBodies);
  }

  /** The bodies of the twins that accompany it. */
  public List<byte[]> twinBodies() {
    return twinBodies;
  }

  /** The twins that accompany it, to be sent right behind it; they belong to its conversation. */
  public List<EncodedEvent> twins() {
    if (twinBodies.isEmpty()) {
      return List.of();
    }
    return metadata.twins().stream()
        .flatMap(twins -> IntStream.range(0, twinBodies.size())
            .mapToObj(each -> twin(twins, twins.olderVersions().get(each), twinBodies.get(each))))
        .toList();
  }

  private EncodedEvent twin(Twins twins, int version, byte[] twinBody) {
    String routingKey = RoutingKey.parse(metadata.routingKey())
        .map(key -> new RoutingKey(key.exchange(), version, key.event()).toString())
        .orElseThrow();
    return new EncodedEvent(
        metadata.toBuilder()
            .id(twins.idOf(version))
            .routingKey(routingKey)
            .correlationId(metadata.conversation())
            .build(),
        twinBody);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EncodedEvent that
        && metadata.equals(that.metadata)
        && Arrays.equals(body, that.body)
        && Arrays.deepEquals(twinBodies.toArray(), that.twinBodies.toArray());
  }

  @Override
  public int hashCode() {
    return Objects.hash(metadata, Arrays.hashCode(body));
  }

  @Override
  public String toString() {
    return "%s %s (%d bytes)".formatted(metadata.routingKey(), metadata.id(), body.length);
  }
}
