package dev.eventmanager.bridge.mirror;

import dev.eventmanager.bridge.mapping.MirrorMessage;
import dev.eventmanager.handling.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An event the mirror has taken and not yet resolved. Confined to the mirror's thread. */
final class Entry {

  private final MirrorMessage message;
  private final int size;
  private final Instant takenAt;
  private final Delivery delivery;
  private final CompletableFuture<Void> done;
  private int failures = 0;
  private @Nullable Instant perhapsSentAt;
  private boolean inDoubt = false;

  Entry(Delivery delivery, MirrorMessage message, CompletableFuture<Void> done, Instant takenAt) {
    this.delivery = delivery;
    this.message = message;
    this.size = message.size();
    this.done = done;
    this.takenAt = takenAt;
  }

  MirrorMessage message() {
    return message;
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

  String group() {
    return message.groupId();
  }

  /** Completes its delivery: normally, or with the failure. */
  void complete(@Nullable Throwable failure) {
    if (failure == null) {
      done.complete(null);
    } else {
      done.completeExceptionally(failure);
    }
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

  /** Notes an attempt after which nobody knows whether SQS holds the event. */
  void perhapsSent(Instant at) {
    if (perhapsSentAt == null) {
      perhapsSentAt = at;
    }
  }

  /**
   * Whether sending it now is the first time that could make a second copy, since SQS may hold one
   * and may have forgotten its deduplication id.
   */
  boolean fallsInDoubt(Instant now, Duration provablyDeduplicated) {
    if (inDoubt || perhapsSentAt == null) {
      return false;
    }
    inDoubt = Duration.between(perhapsSentAt, now).compareTo(provablyDeduplicated) >= 0;
    return inDoubt;
  }

  @Override
  public String toString() {
    return delivery.toString();
  }
}
