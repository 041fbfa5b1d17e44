package dev.eventmanager.bridge.notifications;

import dev.eventmanager.EventType;
import dev.eventmanager.s3.ObjectChange;
import dev.eventmanager.s3.S3Events;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** One thing that S3 told of one object. */
record Notification(ObjectChange change) {

  private static final int ID_LENGTH = 32;

  /**
   * Takes what can be put in order.
   *
   * @throws UnreadableNotificationException if its sequencer is none
   */
  Notification {
    change.sequencer().ifPresent(Sequencer::number);
  }

  /**
   * The event id: the same for every copy, and another for everything else. What has no sequencer is
   * told apart by its time.
   */
  String id() {
    return hash(identity()).substring(0, ID_LENGTH);
  }

  /** The id of what is published as late: the inbox must not take it for the event itself. */
  static String lateId(String id) {
    return id + "-late";
  }

  /** Names the object, in 64 characters, whatever bucket and key are. */
  String object() {
    return hash(change.object());
  }

  /** Its place among the others of its object, if S3 gave one. */
  Optional<BigInteger> place() {
    return change.sequencer().map(Sequencer::number);
  }

  /** The event that it becomes in time. */
  EventType<ObjectChange> type() {
    var family = change.event().split(":", 2)[0];
    return switch (family) {
      case "ObjectCreated" -> S3Events.CREATED;
      case "ObjectRemoved", "LifecycleExpiration" -> S3Events.REMOVED;
      case "ObjectRestore" -> S3Events.RESTORED;
      case "ObjectTagging" -> S3Events.TAGGED;
      default -> S3Events.CHANGED;
    };
  }

  /** The key comes last, for it alone may hold any character. */
  private String identity() {
    return String.join(
        "\n",
        change.bucket(),
        change.versionId().orElse(""),
        place().map(BigInteger::toString).orElseGet(() -> "at " + change.time()),
        change.event(),
        change.key());
  }

  private static String hash(String text) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }
}
