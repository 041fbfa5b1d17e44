package dev.eventmanager.sqs.consume;

import dev.eventmanager.sqs.loop.BackOff;
import dev.eventmanager.sqs.loop.Loop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;

/**
 * Deletes what was dealt with: at once while little is, together while the answers are out. Tries
 * again as long as a message is ours. Confined to the consumer's thread.
 */
final class Deletions {

  private static final Logger LOG = LoggerFactory.getLogger(Deletions.class);

  private static final int MOST_AT_ONCE = 4;
  private static final int BATCH = 10;
  private static final BackOff BACK_OFF =
      new BackOff(Duration.ofMillis(100), Duration.ofSeconds(5));

  private final SqsAsyncClient sqs;
  private final QueueAddress queue;
  private final Loop loop;
  private final Outcome outcome;
  private final Queue<Hold> waiting = new ArrayDeque<>();
  private int inFlight = 0;
  private int unresolved = 0;
  private int failures = 0;

  Deletions(SqsAsyncClient sqs, QueueAddress queue, Loop loop, Outcome outcome) {
    this.sqs = sqs;
    this.queue = queue;
    this.loop = loop;
    this.outcome = outcome;
  }

  /** Who is told what became of each. */
  interface Outcome {
    void deleted(Hold hold);

    void notDeleted(Hold hold);
  }

  void add(Hold hold) {
    unresolved++;
    waiting.add(hold);
    send();
  }

  boolean areUnderWay() {
    return unresolved > 0;
  }

  private void send() {
    while (inFlight < MOST_AT_ONCE && !waiting.isEmpty()) {
      var batch = new ArrayList<Hold>(BATCH);
      while (batch.size() < BATCH && !waiting.isEmpty()) {
        batch.add(waiting.remove());
      }
      send(batch);
    }
  }

  private void send(List<Hold> batch) {
    inFlight++;
    var entries = new ArrayList<DeleteMessageBatchRequestEntry>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      entries.add(DeleteMessageBatchRequestEntry.builder()
          .id(Integer.toString(i))
          .receiptHandle(batch.get(i).handle())
          .build());
    }
    sqs.deleteMessageBatch(r -> r.queueUrl(queue.url()).entries(entries))
        .whenComplete((answer, failure) -> loop.run(() -> answered(batch, answer, failure)));
  }

  private void answered(
      List<Hold> batch, @Nullable DeleteMessageBatchResponse answer, @Nullable Throwable failure) {
    inFlight--;
    if (answer == null) {
      failures++;
      LOG.warn(
          "{} messages of {} are not deleted yet: {}",
          batch.size(),
          queue.name(),
          Refusals.reasonOf(failure));
      tryAgain(batch);
    } else {
      failures = answer.hasFailed() ? failures + 1 : 0;
      settle(batch, answer);
    }
    send();
  }

  private void settle(List<Hold> batch, DeleteMessageBatchResponse answer) {
    var failed = new HashMap<String, BatchResultErrorEntry>();
    answer.failed().forEach(entry -> failed.put(entry.id(), entry));
    var again = new ArrayList<Hold>();
    for (int i = 0; i < batch.size(); i++) {
      var error = failed.get(Integer.toString(i));
      if (error == null) {
        unresolved--;
        outcome.deleted(batch.get(i));
      } else if (Boolean.TRUE.equals(error.senderFault())) {
        giveUp(batch.get(i), error.message());
      } else {
        again.add(batch.get(i));
      }
    }
    tryAgain(again);
  }

  private void tryAgain(List<Hold> batch) {
    if (!batch.isEmpty()) {
      loop.runLater(BACK_OFF.after(failures), () -> {
        batch.forEach(this::addAgain);
        send();
      });
    }
  }

  private void addAgain(Hold hold) {
    if (hold.isOurs()) {
      waiting.add(hold);
    } else {
      giveUp(hold, "its visibility has ended");
    }
  }

  private void giveUp(Hold hold, @Nullable String why) {
    unresolved--;
    LOG.warn(
        "The SQS message {} of {} was dealt with and cannot be deleted before it comes again: {}",
        hold.id(),
        queue.name(),
        why);
    outcome.notDeleted(hold);
  }
}
