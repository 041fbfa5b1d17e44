package dev.eventmanager.bridge.mirror;

import static java.util.stream.Collectors.toMap;

import dev.eventmanager.bridge.mirror.Verdict.Accepted;
import dev.eventmanager.bridge.mirror.Verdict.Refused;
import dev.eventmanager.bridge.mirror.Verdict.TryAgain;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/** Sends a batch and finds a verdict for each of its entries; it keeps nothing. */
final class BatchSender {

  private final SqsAsyncClient sqs;
  private final String queueUrl;

  BatchSender(SqsAsyncClient sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  /** Never completes exceptionally. */
  CompletableFuture<Map<Entry, Verdict>> send(List<Entry> batch) {
    return answer(batch)
        .handle((answer, failure) ->
            failure == null ? ofAnswer(batch, answer) : ofFailure(batch, failure));
  }

  private CompletableFuture<SendMessageBatchResponse> answer(List<Entry> batch) {
    try {
      return sqs.sendMessageBatch(request(batch));
    } catch (RuntimeException notEvenSent) {
      return CompletableFuture.failedFuture(notEvenSent);
    }
  }

  private SendMessageBatchRequest request(List<Entry> batch) {
    return SendMessageBatchRequest.builder()
        .queueUrl(queueUrl)
        .entries(IntStream.range(0, batch.size())
            .mapToObj(i -> batch.get(i).message().toBatchEntry(String.valueOf(i)))
            .toList())
        .build();
  }

  private static Map<Entry, Verdict> ofFailure(List<Entry> batch, Throwable failure) {
    var verdict = Verdicts.ofRequest(failure, batch.size());
    return batch.stream().collect(toMap(e -> e, e -> verdict, (a, b) -> a, LinkedHashMap::new));
  }

  private static Map<Entry, Verdict> ofAnswer(List<Entry> batch, SendMessageBatchResponse answer) {
    var accepted = new HashMap<String, SendMessageBatchResultEntry>();
    answer.successful().forEach(entry -> accepted.put(entry.id(), entry));
    var failed = new HashMap<String, Verdict>();
    answer.failed().forEach(entry -> failed.put(entry.id(), Verdicts.ofEntry(entry)));
    var verdicts = new LinkedHashMap<Entry, Verdict>();
    for (int i = 0; i < batch.size(); i++) {
      var id = String.valueOf(i);
      var entry = batch.get(i);
      verdicts.put(entry, failed.getOrDefault(id, verdictOfAccepted(entry, accepted.get(id))));
    }
    return verdicts;
  }

  private static Verdict verdictOfAccepted(
      Entry entry, @Nullable SendMessageBatchResultEntry accepted) {
    if (accepted == null) {
      return new TryAgain("SQS answered for other entries of the batch but not for this", true);
    }
    var sent = entry.message().bodyMd5();
    return sent.equalsIgnoreCase(accepted.md5OfMessageBody())
        ? new Accepted()
        : new Refused("SQS holds another body than was sent: MD5 %s instead of %s, message %s"
            .formatted(accepted.md5OfMessageBody(), sent, accepted.messageId()));
  }
}
