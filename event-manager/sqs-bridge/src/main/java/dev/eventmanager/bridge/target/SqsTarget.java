package dev.eventmanager.bridge.target;

import dev.eventmanager.bridge.target.Verdict.Accepted;
import dev.eventmanager.bridge.target.Verdict.Outage;
import dev.eventmanager.bridge.target.Verdict.Refused;
import dev.eventmanager.bridge.target.Verdict.TryAgain;
import dev.eventmanager.sqs.mapping.MirrorMessage;
import dev.eventmanager.sqs.queue.FifoQueue;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/** An SQS FIFO queue. */
public final class SqsTarget implements MirrorTarget {

  private static final int MOST_BYTES = 1_048_576;

  private final SqsAsyncClient sqs;
  private final FifoQueue queue;

  /** A queue that stands; the client is not closed with it. */
  public SqsTarget(SqsAsyncClient sqs, FifoQueue queue) {
    this.sqs = sqs;
    this.queue = queue;
  }

  @Override
  public String name() {
    return queue.name();
  }

  @Override
  public int maximumMessageSize() {
    return queue.maximumMessageSize();
  }

  @Override
  public int maximumBatchSize() {
    return MOST_BYTES;
  }

  @Override
  public CompletableFuture<List<Verdict>> send(List<MirrorMessage> batch) {
    return Asking.of(() -> sqs.sendMessageBatch(request(batch)))
        .handle((answer, failure) ->
            failure == null ? ofAnswer(batch, answer) : ofFailure(batch, failure));
  }

  @Override
  public CompletableFuture<Optional<Outage>> probe() {
    return Asking.of(() -> sqs.getQueueAttributes(
            r -> r.queueUrl(queue.url()).attributeNames(QueueAttributeName.QUEUE_ARN)))
        .handle((answer, failure) -> Optional.ofNullable(failure).map(Verdicts::ofProbe));
  }

  private SendMessageBatchRequest request(List<MirrorMessage> batch) {
    return SendMessageBatchRequest.builder()
        .queueUrl(queue.url())
        .entries(IntStream.range(0, batch.size())
            .mapToObj(i -> batch.get(i).toBatchEntry(String.valueOf(i)))
            .toList())
        .build();
  }

  private static List<Verdict> ofFailure(List<MirrorMessage> batch, Throwable failure) {
    return Collections.nCopies(batch.size(), Verdicts.ofRequest(failure, batch.size()));
  }

  private static List<Verdict> ofAnswer(
      List<MirrorMessage> batch, SendMessageBatchResponse answer) {
    Map<String, Verdict> failed = new HashMap<>();
    answer.failed().forEach(each -> failed.put(each.id(), Verdicts.ofEntry(each)));
    Map<String, SendMessageBatchResultEntry> accepted = new HashMap<>();
    answer.successful().forEach(each -> accepted.put(each.id(), each));
    return IntStream.range(0, batch.size())
        .mapToObj(i -> {
          var verdict = failed.get(String.valueOf(i));
          return verdict == null
              ? ofAccepted(batch.get(i), accepted.get(String.valueOf(i)))
              : verdict;
        })
        .toList();
  }

  private static Verdict ofAccepted(
      MirrorMessage message, @Nullable SendMessageBatchResultEntry accepted) {
    if (accepted == null) {
      return new TryAgain("SQS answered for other entries of the batch but not for this", true);
    }
    var sent = message.bodyMd5();
    return sent.equalsIgnoreCase(accepted.md5OfMessageBody())
        ? new Accepted(accepted.messageId(), String.valueOf(accepted.sequenceNumber()))
        : new Refused("SQS holds another body than was sent: MD5 %s instead of %s, message %s"
            .formatted(accepted.md5OfMessageBody(), sent, accepted.messageId()));
  }
}
