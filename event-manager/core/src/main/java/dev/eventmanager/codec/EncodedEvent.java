package dev.eventmanager.codec;

import dev.eventmanager.EventMetadata;
import java.util.Arrays;
import java.util.Objects;

/**
 * An event as it travels: metadata and the bytes of its body. Transports, outbox, parking and
 * bridge carry it without ever reading the body.
 */
public final class EncodedEvent {

  private final EventMetadata metadata;
  private final byte[] body;

  /**
   * An event that carries these very bytes.
   *
   * @param body not copied: nobody may change it from here on
   */
  public EncodedEvent(EventMetadata metadata, byte[] body) {
    this.metadata = metadata;
    this.body = body;
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
    return new EncodedEvent(other, body);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EncodedEvent that
        && metadata.equals(that.metadata)
        && Arrays.equals(body, that.body);
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
