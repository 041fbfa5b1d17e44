package dev.eventmanager.sqs.consume;

import dev.eventmanager.sqs.loop.BackOff;
import dev.eventmanager.sqs.loop.Loop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/**
 * Asks SQS for messages while there is room for them: once at a time while few come, more often at
 * once while many do. Confined to the consumer's thread.
 *
 * <p>An answer may get lost, and with it what it brought, which nobody else would see until its
 * visibility ends. So the request is repeated under its attempt id: SQS then gives the same answer.
 */
final class Polls {

  /** As many messages as SQS gives at once. */
  static final int FULL = 10;

  private static final int MOST_AT_ONCE = 4;
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final BackOff BACK_OFF =
      new BackOff(Duration.ofMillis(200), Duration.ofSeconds(10));
  private static final Logger LOG = LoggerFactory.getLogger(Polls.class);

  private final SqsAsyncClient sqs;
  private final QueueAddress queue;
  private final SqsConsumerSettings settings;
  private final Supplier<String> attemptIds;
  private final Loop loop;
  private final IntSupplier held;
  private final Taker taker;
  private final Queue<String> unanswered = new ArrayDeque<>();
  private boolean polling = false;
  private boolean waiting = false;
  private int inFlight = 0;
  private int wanted = 1;
  private int failures = 0;
  private @Nullable String problem;

  Polls(
      SqsAsyncClient sqs,
      QueueAddress queue,
      SqsConsumerSettings settings,
      Supplier<String> attemptIds,
      Loop loop,
      IntSupplier held,
      Taker taker) {
    this.sqs = sqs;
    this.queue = queue;
    this.settings = settings;
    this.attemptIds = attemptIds;
    this.loop = loop;
    this.held = held;
    this.taker = taker;
  }

  /** Who gets what comes. */
  interface Taker {
    void take(List<Message> messages, long askedAt);
  }

  /** Asks from now on, as {@link #pollWhileRoom} says. */
  void start() {
    polling = true;
  }

  /** Asks no more; what was asked for may still come. */
  void stop() {
    polling = false;
  }

  /** Whether an answer may still come. */
  boolean areUnderWay() {
    return inFlight > 0;
  }

  /** Whether SQS answered last time it was asked. */
  boolean succeed() {
    return failures == 0;
  }

  Optional<String> lastProblem() {
    return Optional.ofNullable(problem);
  }

  /** Asks, if there is reason to; to be called after each step. */
  void pollWhileRoom() {
    while (polling && !waiting && inFlight < wanted && hasRoom()) {
      poll();
    }
  }

  private boolean hasRoom() {
    return held.getAsInt() + FULL * (inFlight + 1) <= settings.mostInHand();
  }

  private void poll() {
    inFlight++;
    var attempt = Optional.ofNullable(unanswered.poll()).orElseGet(attemptIds);
    var askedAt = System.nanoTime();
    sqs.receiveMessage(request(attempt))
        .whenComplete(
            (answer, failure) -> loop.run(() -> answered(attempt, askedAt, answer, failure)));
  }

  private ReceiveMessageRequest request(String attempt) {
    var wait = wait(settings);
    return ReceiveMessageRequest.builder()
        .queueUrl(queue.url())
        .receiveRequestAttemptId(attempt)
        .maxNumberOfMessages(FULL)
        .waitTimeSeconds(Math.toIntExact(wait.toSeconds()))
        .visibilityTimeout(Math.toIntExact(settings.visibilityTimeout().toSeconds()))
        .messageAttributeNames("All")
        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
        .overrideConfiguration(c -> c.apiCallTimeout(wait.plus(ANSWER_WITHIN)))
        .build();
  }

  /** Invisible from some moment of the wait on: a long one would use up the certain time. */
  private static Duration wait(SqsConsumerSettings settings) {
    var third = settings.visibilityTimeout().dividedBy(3);
    return settings.pollWait().compareTo(third) < 0 ? settings.pollWait() : third;
  }

  private void answered(
      String attempt,
      long askedAt,
      @Nullable ReceiveMessageResponse answer,
      @Nullable Throwable failure) {
    inFlight--;
    if (answer == null) {
      failed(attempt, Refusals.reasonOf(failure));
    } else {
      failures = 0;
      var messages = answer.messages();
      wanted = messages.size() == FULL ? Math.min(wanted + 1, MOST_AT_ONCE) : 1;
      taker.take(messages, askedAt);
    }
  }

  private void failed(String attempt, String why) {
    unanswered.add(attempt);
    failures++;
    var wait = BACK_OFF.after(failures);
    if (failures == 1 || !why.equals(problem)) {
      LOG.warn(
          "The SQS queue {} is not consumed, next attempt in {} ms, then until it works: {}",
          queue.name(),
          wait.toMillis(),
          why);
    }
    problem = why;
    if (!waiting) {
      waiting = true;
      loop.runLater(wait, () -> waiting = false);
    }
  }
}
