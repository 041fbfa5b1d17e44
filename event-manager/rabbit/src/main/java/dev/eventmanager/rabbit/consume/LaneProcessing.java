package dev.eventmanager.rabbit.consume;

import dev.eventmanager.handling.DeliveryProcessor;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands deliveries to the processor, one of a key at a time. Thread-safe.
 *
 * <p>It outlives the channels: an event that was in hand when its channel was lost keeps its lane,
 * so that its successors, delivered again by the next channel, still come after it.
 */
final class LaneProcessing implements Consumer<Received> {

  private final DeliveryProcessor processor;
  private final Lanes<Received> lanes;

  /**
   * No lanes yet.
   *
   * @param window how many deliveries there may be before no more come
   */
  LaneProcessing(DeliveryProcessor processor, int window) {
    this.processor = processor;
    this.lanes = new Lanes<>(window);
  }

  @Override
  public void accept(Received received) {
    if (lanes.enter(received.orderingKey(), received)) {
      process(received);
    }
  }

  /** Forgets what waits and came by channels that are no more. */
  void forgetStale() {
    lanes.forgetWaiting(received -> !received.generation().isTaking());
  }

  int inHand() {
    return lanes.busy();
  }

  /** A loop rather than a recursion, for processors that answer at once. */
  private void process(@Nullable Received first) {
    Received next = first;
    while (next != null) {
      Received current = next;
      if (!current.generation().begin()) {
        next = lanes.leave(current.orderingKey());
        continue;
      }
      CompletableFuture<@Nullable Void> answer = answer(current);
      if (!answer.isDone()) {
        answer.whenComplete((nothing, failure) -> process(finish(current, failure)));
        return;
      }
      next = finish(current, failureOf(answer));
    }
  }

  private CompletableFuture<@Nullable Void> answer(Received received) {
    try {
      return processor.process(received.delivery());
    } catch (Throwable failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private static @Nullable Throwable failureOf(CompletableFuture<@Nullable Void> answer) {
    return answer.handle((nothing, failure) -> failure).join();
  }

  private @Nullable Received finish(Received received, @Nullable Throwable failure) {
    tell(received, failure);
    return next(received.orderingKey());
  }

  private @Nullable Received next(String key) {
    List<Received> line = processor.takesAside() ? lanes.leaveIfCrowding(key) : List.of();
    if (line.isEmpty()) {
      return lanes.leave(key);
    }
    takeAside(key, line);
    return null;
  }

  /** The lane stays as it is until they are taken. */
  private void takeAside(String key, List<Received> line) {
    List<Received> ours =
        line.stream().filter(each -> each.generation().begin()).toList();
    CompletableFuture<@Nullable Void> taken =
        ours.isEmpty() ? CompletableFuture.completedFuture(null) : answerForAll(ours);
    taken.whenComplete((nothing, failure) -> {
      ours.forEach(each -> tell(each, failure));
      process(next(key));
    });
  }

  private CompletableFuture<@Nullable Void> answerForAll(List<Received> line) {
    try {
      return processor.takeAside(line.stream().map(Received::delivery).toList());
    } catch (Throwable failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private static void tell(Received received, @Nullable Throwable failure) {
    if (failure == null) {
      received.generation().finished(received.tag());
    } else {
      received.generation().failed(received, failure);
    }
  }
}
