package dev.eventmanager.benchmarks.bridge;

import dev.eventmanager.sqs.mapping.MessageMapping;
import dev.eventmanager.sqs.queue.FifoQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * The AWS client alone, with requests that stand before the clock runs: the messages that the mirror
 * would send, ten in each. It waits for no group and looks at no answer but for failures.
 */
final class BareSending extends Sending {

  private static final int BATCH = 10;

  private final MessageMapping mapping = new MessageMapping();
  private final SqsAsyncClient client;
  private final FifoQueue queue;
  private final int inFlight;
  private List<SendMessageBatchRequest> requests = List.of();

  BareSending(String name, SqsAsyncClient client, SqsProcess sqs, int inFlight) {
    super(name, sqs);
    this.client = client;
    this.queue = sqs.queue(name + ".fifo");
    this.inFlight = inFlight;
  }

  @Override
  void prepare(int count, int groups) {
    requests = new ArrayList<>();
    for (int begin = 0; begin < count; begin += BATCH) {
      List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
      for (int i = begin; i < Math.min(count, begin + BATCH); i++) {
        entries.add(
            mapping.toMessage(events.next("group-" + i % groups)).toBatchEntry("" + (i - begin)));
      }
      requests.add(SendMessageBatchRequest.builder()
          .queueUrl(queue.url())
          .entries(entries)
          .build());
    }
  }

  @Override
  void send() throws InterruptedException {
    Semaphore room = new Semaphore(inFlight);
    AtomicInteger failed = new AtomicInteger();
    for (SendMessageBatchRequest request : requests) {
      room.acquire();
      client.sendMessageBatch(request).whenComplete((answer, failure) -> {
        if (failure != null || answer.hasFailed()) {
          failed.incrementAndGet();
        }
        room.release();
      });
    }
    room.acquire(inFlight);
    if (failed.get() > 0) {
      throw new IllegalStateException(failed + " requests failed");
    }
  }
}
