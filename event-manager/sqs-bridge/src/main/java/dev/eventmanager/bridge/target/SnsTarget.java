package dev.eventmanager.bridge.target;

import static java.util.stream.Collectors.toMap;

import dev.eventmanager.bridge.target.Verdict.Accepted;
import dev.eventmanager.bridge.target.Verdict.Outage;
import dev.eventmanager.bridge.target.Verdict.TryAgain;
import dev.eventmanager.sqs.mapping.MirrorMessage;
import dev.eventmanager.sqs.topic.FifoTopic;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;

/** An SNS FIFO topic, which hands every event on to each of its queues that wants it. */
public final class SnsTarget implements MirrorTarget {

  private final SnsAsyncClient sns;
  private final FifoTopic topic;

  /** A topic that stands; the client is not closed with it. */
  public SnsTarget(SnsAsyncClient sns, FifoTopic topic) {
    this.sns = sns;
    this.topic = topic;
  }

  @Override
  public String name() {
    return "topic:" + topic.name();
  }

  @Override
  public int maximumMessageSize() {
    return topic.maximumMessageSize();
  }

  @Override
  public CompletableFuture<List<Verdict>> send(List<MirrorMessage> batch) {
    return Asking.of(() -> sns.publishBatch(request(batch)))
        .handle((answer, failure) -> failure == null
            ? ofAnswer(batch.size(), answer)
            : Collections.nCopies(batch.size(), Verdicts.ofRequest(failure, batch.size())));
  }

  @Override
  public CompletableFuture<Optional<Outage>> probe() {
    return Asking.of(() -> sns.getTopicAttributes(r -> r.topicArn(topic.arn())))
        .handle((answer, failure) -> Optional.ofNullable(failure).map(Verdicts::ofProbe));
  }

  private PublishBatchRequest request(List<MirrorMessage> batch) {
    return PublishBatchRequest.builder()
        .topicArn(topic.arn())
        .publishBatchRequestEntries(IntStream.range(0, batch.size())
            .mapToObj(i -> entry(String.valueOf(i), batch.get(i)))
            .toList())
        .build();
  }

  private static PublishBatchRequestEntry entry(String id, MirrorMessage message) {
    return PublishBatchRequestEntry.builder()
        .id(id)
        .messageGroupId(message.groupId())
        .messageDeduplicationId(message.deduplicationId())
        .message(message.body())
        .messageAttributes(message.attributes().entrySet().stream()
            .collect(toMap(Map.Entry::getKey, SnsTarget::attribute)))
        .build();
  }

  private static MessageAttributeValue attribute(Map.Entry<String, String> attribute) {
    return MessageAttributeValue.builder()
        .dataType(MirrorMessage.typeOf(attribute.getKey()))
        .stringValue(attribute.getValue())
        .build();
  }

  /** In the order of the batch. */
  private static List<Verdict> ofAnswer(int entries, PublishBatchResponse answer) {
    var verdicts = new HashMap<String, Verdict>();
    answer
        .successful()
        .forEach(each -> verdicts.put(
            each.id(), new Accepted(each.messageId(), String.valueOf(each.sequenceNumber()))));
    answer
        .failed()
        .forEach(each -> verdicts.put(
            each.id(),
            Verdicts.ofEntry(
                each.code(), each.message(), Boolean.TRUE.equals(each.senderFault()))));
    var silence = new TryAgain("SNS answered for other entries of the batch, not for this", true);
    return IntStream.range(0, entries)
        .mapToObj(i -> verdicts.getOrDefault(String.valueOf(i), silence))
        .toList();
  }
}
