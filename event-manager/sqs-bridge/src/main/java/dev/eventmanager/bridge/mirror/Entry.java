package dev.eventmanager.bridge.mirror;

import dev.eventmanager.handling.AttemptOutcome;
import dev.eventmanager.handling.Delivery;
import dev.eventmanager.sqs.mapping.MirrorMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An event the mirror has taken and not yet resolved. Confined to the mirror's thread. */
final class Entry {

  private final Delivery delivery;
  private final boolean held;
  private final Instant takenAt;
  private final CompletableFuture<AttemptOutcome> outcome = new CompletableFuture<>();
  private MirrorMessage message;
  private int size;
  private int failures = 0;
  private @Nullable Instant perhapsSentAt;
  private boolean inDoubt = false;

  /**
   * An entry.
   *
   * @param held whether it is kept already, and was brought back to be tried again
   */
  Entry(Delivery delivery, MirrorMessage message, boolean held, Instant takenAt) {
    this.delivery = delivery;
    this.message = message;
    this.size = message.size();
    this.held = held;
    this.takenAt = takenAt;
  }

  MirrorMessage message() {
    return message;
  }

  /** Sends another message for the same event from now on. */
  void becomes(MirrorMessage other) {
    message = other;
    size = other.size();
  }

  /** Bytes as AWS counts them. */
  int size() {
    return size;
  }

  Instant takenAt() {
    return takenAt;
  }

  Delivery delivery() {
    return delivery;
  }

  /** Whether whoever handed it over keeps it, should it fail. */
  boolean isHeld() {
    return held;
  }

  String group() {
    return message.groupId();
  }

  /** How it ends, for whoever handed it over. */
  CompletableFuture<AttemptOutcome> outcome() {
    return outcome;
  }

  /** How many attempts failed through nothing but this entry. */
  int failures() {
    return failures;
  }

  /** Notes a failed attempt and says how many there were. */
  int failed() {
    failures++;
    return failures;
  }

  /** Notes an attempt after which nobody knows whether the target holds the event. */
  void perhapsSent(Instant at) {
    if (perhapsSentAt == null) {
      perhapsSentAt = at;
    }
  }

  /** Whether the target may hold it. */
  boolean isPerhapsSent() {
    return perhapsSentAt != null;
  }

  /**
   * Whether sending it now is the first time that could make a second copy, since the target may
   * hold one and may have forgotten its deduplication id.
   */
  boolean fallsInDoubt(Instant now, Duration provablyDeduplicated) {
    if (inDoubt || perhapsSentAt == null) {
      return false;
    }
    inDoubt = Duration.between(perhapsSentAt, now).compareTo(provablyDeduplicated) >= 0;
    return inDoubt;
  }

  /** Whether it was sent as a possible second copy. */
  boolean isInDoubt() {
    return inDoubt;
  }

  @Override
  public String toString() {
    return delivery.toString();
  }
}
