package dev.eventmanager.sqs.consume;

import dev.eventmanager.sqs.loop.Loop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;

/** Keeps messages invisible to others, and gives them back. Confined to the consumer's thread. */
final class Visibility {

  private static final Logger LOG = LoggerFactory.getLogger(Visibility.class);
  private static final int BATCH = 10;

  private final SqsAsyncClient sqs;
  private final QueueAddress queue;
  private final Duration timeout;
  private final Loop loop;
  private int beingGivenBack = 0;

  Visibility(SqsAsyncClient sqs, QueueAddress queue, Duration timeout, Loop loop) {
    this.sqs = sqs;
    this.queue = queue;
    this.timeout = timeout;
    this.loop = loop;
  }

  /**
   * Extends what is held by a visibility timeout from now, as far as SQS allows it.
   *
   * @param gone told of each that SQS does not know as ours any more
   */
  void extend(Collection<Hold> holds, Consumer<Hold> gone) {
    var now = System.nanoTime();
    var extendable =
        holds.stream().filter(hold -> !hold.extension(now, timeout).isZero()).toList();
    for (var batch : batches(extendable)) {
      var extensions = batch.stream().map(hold -> hold.extension(now, timeout)).toList();
      change(batch, extensions)
          .whenComplete(
              (answer, failure) -> loop.run(() -> extended(batch, extensions, now, answer, gone)));
    }
  }

  /** Of a request that failed nothing is known; the next one comes in time, or the time runs out. */
  private static void extended(
      List<Hold> batch,
      List<Duration> extensions,
      long askedAt,
      @Nullable ChangeMessageVisibilityBatchResponse answer,
      Consumer<Hold> gone) {
    if (answer == null) {
      return;
    }
    answer.successful().forEach(entry -> {
      var index = Integer.parseInt(entry.id());
      batch.get(index).extended(askedAt, extensions.get(index));
    });
    answer.failed().stream()
        .filter(entry -> Boolean.TRUE.equals(entry.senderFault()))
        .forEach(entry -> gone.accept(batch.get(Integer.parseInt(entry.id()))));
  }

  /**
   * Gives messages of one group back: the last first, so that the group is not delivered out of its
   * order. What cannot be given back comes back by itself when its visibility ends.
   *
   * @param inOrder as they were received
   */
  void giveBack(List<Hold> inOrder) {
    if (inOrder.isEmpty()) {
      return;
    }
    beingGivenBack++;
    var tail = new ArrayList<>(inOrder.subList(1, inOrder.size()));
    Collections.reverse(tail);
    var given = CompletableFuture.<@Nullable Object>completedFuture(null);
    for (var batch : batches(tail)) {
      given = given.thenCompose(before -> makeVisible(batch));
    }
    var first = inOrder.subList(0, 1);
    given
        .thenCompose(before -> makeVisible(first))
        .whenComplete((nothing, failure) -> loop.run(() -> beingGivenBack--));
  }

  /** Whether something is being given back. */
  boolean isGivingBack() {
    return beingGivenBack > 0;
  }

  private CompletableFuture<@Nullable Object> makeVisible(List<Hold> batch) {
    return change(batch, batch.stream().map(hold -> Duration.ZERO).toList())
        .handle((answer, failure) -> {
          if (answer == null || answer.hasFailed()) {
            LOG.debug("Of {} some come back when their visibility ends", queue.name(), failure);
          }
          return null;
        });
  }

  private CompletableFuture<ChangeMessageVisibilityBatchResponse> change(
      List<Hold> batch, List<Duration> timeouts) {
    var entries = new ArrayList<ChangeMessageVisibilityBatchRequestEntry>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      entries.add(ChangeMessageVisibilityBatchRequestEntry.builder()
          .id(Integer.toString(i))
          .receiptHandle(batch.get(i).handle())
          .visibilityTimeout(Math.toIntExact(timeouts.get(i).toSeconds()))
          .build());
    }
    return sqs.changeMessageVisibilityBatch(r -> r.queueUrl(queue.url()).entries(entries));
  }

  private static List<List<Hold>> batches(List<Hold> holds) {
    var batches = new ArrayList<List<Hold>>();
    for (int from = 0; from < holds.size(); from += BATCH) {
      batches.add(holds.subList(from, Math.min(from + BATCH, holds.size())));
    }
    return batches;
  }
}
