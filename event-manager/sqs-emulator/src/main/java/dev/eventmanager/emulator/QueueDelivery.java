package dev.eventmanager.emulator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import tools.jackson.databind.json.JsonMapper;

/** Puts what was published into queues, under its group and deduplication id. */
final class QueueDelivery implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  /** With more of them AWS discards a message that is delivered raw. */
  private static final int MOST_RAW_ATTRIBUTES = 10;

  private final SqsAsyncClient sqs;
  private final Map<String, String> urls = new ConcurrentHashMap<>();

  QueueDelivery(SqsAsyncClient sqs) {
    this.sqs = sqs;
  }

  void deliver(SnsMessage message, SnsSubscription subscription) {
    if (subscription.isRaw() && message.attributes().size() > MOST_RAW_ATTRIBUTES) {
      return;
    }
    sqs.sendMessage(r -> r.queueUrl(url(subscription.queueArn()))
            .messageGroupId(message.group())
            .messageDeduplicationId(message.deduplicationId())
            .messageBody(subscription.isRaw() ? message.text() : envelope(message))
            .messageAttributes(subscription.isRaw() ? attributes(message) : Map.of()))
        .join();
  }

  @Override
  public void close() {
    sqs.close();
  }

  private String url(String arn) {
    return urls.computeIfAbsent(
        arn.substring(arn.lastIndexOf(':') + 1),
        name -> sqs.getQueueUrl(r -> r.queueName(name)).join().queueUrl());
  }

  private static String envelope(SnsMessage message) {
    var envelope = JSON.createObjectNode().put("Type", "Notification");
    return JSON.writeValueAsString(envelope.put("Message", message.text()));
  }

  private static Map<String, MessageAttributeValue> attributes(SnsMessage message) {
    return message.attributes().entrySet().stream()
        .collect(Collectors.toMap(
            Map.Entry::getKey,
            each -> MessageAttributeValue.builder()
                .dataType(each.getValue().type())
                .stringValue(each.getValue().value())
                .build()));
  }
}
