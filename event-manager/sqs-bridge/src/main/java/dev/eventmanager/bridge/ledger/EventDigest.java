package dev.eventmanager.bridge.ledger;

import dev.eventmanager.codec.EncodedEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Tells events apart that came under one event id. Stateless. */
public final class EventDigest {

  private EventDigest() {}

  /**
   * 64 bits of a hash over routing key, ordering key and body; the same in every instance and for
   * ever.
   */
  public static long of(EncodedEvent event) {
    var sha256 = sha256();
    sha256.update(event.metadata().routingKey().getBytes(StandardCharsets.UTF_8));
    sha256.update((byte) 0);
    sha256.update(event.metadata().orderingKey().getBytes(StandardCharsets.UTF_8));
    sha256.update((byte) 0);
    return ByteBuffer.wrap(sha256.digest(event.body())).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }
}
