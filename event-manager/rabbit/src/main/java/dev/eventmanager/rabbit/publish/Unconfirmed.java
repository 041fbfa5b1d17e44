package dev.eventmanager.rabbit.publish;

import com.rabbitmq.client.Return;
import dev.eventmanager.PublishOutcome;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What was written on one channel and not yet confirmed, by publishing sequence number.
 *
 * <p>One thread adds at a time; the connection's thread tells what the broker said. RabbitMQ returns an
 * unroutable message and then confirms it; others refuse it and then return it. So a return always
 * wins, and a refusal waits a moment for the return that may follow.
 */
final class Unconfirmed {

  private static final PublishOutcome CONFIRMED = new PublishOutcome.Confirmed();
  private static final PublishOutcome REFUSED = new PublishOutcome.Rejected(
      "the broker refused it (nack); look at the queue's length limit and the broker's log, then publish it again");

  private final SequencedMessages<OutgoingMessage> written = new SequencedMessages<>();
  private final Queue<OutgoingMessage> refused = new ConcurrentLinkedQueue<>();
  private final Consumer<Runnable> afterAMoment;
  private volatile boolean anyAnswer = false;
  private volatile boolean anyRefusal = false;
  private volatile long lastStirNanos = System.nanoTime();

  /**
   * Nothing written yet.
   *
   * @param afterAMoment runs something once a return had time to follow its refusal
   */
  Unconfirmed(Consumer<Runnable> afterAMoment) {
    this.afterAMoment = afterAMoment;
  }

  void add(long sequence, OutgoingMessage message) {
    if (written.size() == 0) {
      stir();
    }
    written.add(sequence, message);
  }

  /** Begins anew to count for how long the broker is silent. */
  void stir() {
    lastStirNanos = System.nanoTime();
  }

  /** For how long the broker has said nothing although something awaits its answer; else 0. */
  long nanosSilent(long now) {
    return written.size() == 0 ? 0 : now - lastStirNanos;
  }

  void confirmed(long sequence, boolean multiple) {
    take(sequence, multiple).forEach(message -> message.settle(CONFIRMED));
  }

  void refused(long sequence, boolean multiple) {
    List<OutgoingMessage> together = take(sequence, multiple);
    refused.addAll(together);
    afterAMoment.accept(() -> together.forEach(this::reject));
  }

  /** Messages come back in the order they were written, so it is the first that looks like it. */
  void returned(Return returned) {
    Predicate<OutgoingMessage> looksLikeIt =
        message -> !message.isSettled() && message.isWhatCameBack(returned);
    refused.stream()
        .filter(looksLikeIt)
        .findFirst()
        .or(() -> written.first(looksLikeIt))
        .ifPresent(message -> message.settle(
            new PublishOutcome.Unroutable(returned.getReplyCode(), returned.getReplyText())));
  }

  /** Takes one back that turned out impossible to write. */
  void withdraw(long sequence) {
    written.take(sequence);
  }

  /** Whether the broker has answered to anything on this channel. */
  boolean hasAnswers() {
    return anyAnswer;
  }

  /** Whether the broker has refused anything on this channel, and not returned it. */
  boolean hasRefusals() {
    return anyRefusal;
  }

  /**
   * Gives up on those that have waited for too long, and forgets them: a broker that never answers
   * must not have them pile up. They stand in order of their deadlines.
   */
  void giveUpOverdue(long now, String reason) {
    written
        .takeWhile(message -> message.isSettled() || message.isOverdue(now))
        .forEach(message -> message.giveUp(reason));
  }

  /** How many the broker may still answer to. */
  int size() {
    return written.size();
  }

  /** Empties it once the channel is lost: what has no answer, in the order it was written. */
  List<OutgoingMessage> leftovers() {
    List.copyOf(refused).forEach(this::reject);
    return written.takeWhile(message -> true).stream()
        .filter(message -> !message.isSettled())
        .toList();
  }

  private List<OutgoingMessage> take(long sequence, boolean multiple) {
    anyAnswer = true;
    stir();
    return multiple
        ? written.takeUpTo(sequence)
        : written.take(sequence).stream().toList();
  }

  private void reject(OutgoingMessage message) {
    refused.remove(message);
    anyRefusal = anyRefusal || !message.isSettled();
    message.settle(REFUSED);
  }
}
