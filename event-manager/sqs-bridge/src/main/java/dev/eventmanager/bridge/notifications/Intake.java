package dev.eventmanager.bridge.notifications;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/**
 * Takes messages off a queue, a batch at a time: kept in the database, then deleted. So none is in
 * hand for longer than one insert takes, and what is not deleted comes again and is known by then.
 */
final class Intake implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  /** As many, and as long, as SQS allows. */
  private static final int BATCH = 10;

  private static final int LONG_POLL_SECONDS = 20;
  private static final Duration LONG_POLL_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Source source;
  private final SqsAsyncClient sqs;
  private final NotificationStore store;
  private final BooleanSupplier roomLeft;
  private final NotificationMeters meters;
  private final StopSignal stop;
  private final Trouble trouble;
  private volatile boolean taking = false;
  private final MessageReader reader = new MessageReader();

  /**
   * An intake.
   *
   * @param roomLeft whether more may be kept
   * @param stop ends it
   */
  Intake(
      Source source,
      SqsAsyncClient sqs,
      NotificationStore store,
      BooleanSupplier roomLeft,
      NotificationMeters meters,
      StopSignal stop) {
    this.source = source;
    this.sqs = sqs;
    this.store = store;
    this.roomLeft = roomLeft;
    this.meters = meters;
    this.stop = stop;
    this.trouble = new Trouble("Taking S3 notifications from " + name());
  }

  String name() {
    return source.settings().queue();
  }

  Trouble trouble() {
    return trouble;
  }

  @Override
  public void run() {
    while (!stop.isAsked()) {
      turn();
    }
  }

  /** Whether a batch of messages may be in hand. */
  boolean isTaking() {
    return taking;
  }

  private void turn() {
    taking = !stop.isAtRest();
    try {
      if (taking && roomLeft.getAsBoolean()) {
        var queue = source.queue();
        stop.await(receive(queue)).ifPresent(answer -> take(answer.messages(), queue));
        trouble.over();
        return;
      }
    } catch (RuntimeException failure) {
      trouble.met(failure);
    }
    taking = false;
    stop.pause(PAUSE);
  }

  /** After trouble at once, to tell as soon as it is over. */
  private CompletableFuture<ReceiveMessageResponse> receive(SourceQueue queue) {
    return sqs.receiveMessage(r -> r.queueUrl(queue.url())
        .maxNumberOfMessages(BATCH)
        .waitTimeSeconds(trouble.problem().isEmpty() ? LONG_POLL_SECONDS : 0)
        .overrideConfiguration(c -> c.apiCallTimeout(LONG_POLL_TIMEOUT)));
  }

  private void take(List<Message> messages, SourceQueue queue) {
    var understood = new ArrayList<Message>();
    var notifications = new ArrayList<Notification>();
    for (var message : messages) {
      try {
        notifications.addAll(reader.read(message.body()));
        understood.add(message);
      } catch (UnreadableNotificationException problem) {
        leave(message, problem);
      }
    }
    keep(notifications);
    delete(understood, queue);
  }

  private void keep(List<Notification> notifications) {
    if (!notifications.isEmpty()) {
      int fresh = store.add(notifications, source.settings().settle());
      meters.received(name(), fresh, notifications.size() - fresh);
    }
  }

  /** The queue's own redrive policy decides what becomes of it. */
  private void leave(Message message, UnreadableNotificationException problem) {
    meters.unreadable(name());
    LOG.warn(
        "Message {} of {} is left in the queue, to go to its dead letters if it has any: {}",
        message.messageId(),
        name(),
        problem.getMessage());
  }

  /** What SQS does not delete comes again, and is known by then. */
  private void delete(List<Message> kept, SourceQueue queue) {
    if (kept.isEmpty()) {
      return;
    }
    var entries = kept.stream()
        .map(message -> DeleteMessageBatchRequestEntry.builder()
            .id(message.messageId())
            .receiptHandle(message.receiptHandle())
            .build())
        .toList();
    sqs.deleteMessageBatch(r -> r.queueUrl(queue.url()).entries(entries))
        .join()
        .failed()
        .forEach(each -> LOG.info(
            "Message {} of {} is kept and comes again, for SQS did not delete it: {}",
            each.id(),
            name(),
            each.message()));
  }
}
