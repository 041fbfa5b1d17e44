package dev.eventmanager.bridge.mapping;

import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * An event as SQS will hold it; every part is legal there but perhaps too large. Immutable.
 *
 * @param groupId the message group, from the ordering key
 * @param deduplicationId from the event id
 * @param body never empty
 * @param attributes at most ten, of type String
 */
public record MirrorMessage(
    String groupId, String deduplicationId, String body, Map<String, String> attributes) {

  private static final String TYPE = "String";

  /** Takes a copy of the attributes. */
  public MirrorMessage {
    attributes = Map.copyOf(attributes);
  }

  /** Bytes as AWS counts them: UTF-8 body, and each attribute's name, type and value. */
  public int size() {
    return SqsText.size(body)
        + attributes.entrySet().stream()
            .mapToInt(a -> a.getKey().length() + TYPE.length() + SqsText.size(a.getValue()))
            .sum();
  }

  /** What SQS must answer as the body's MD5. */
  public String bodyMd5() {
    return Digest.md5(body);
  }

  /** This message as an entry of a batch. */
  public SendMessageBatchRequestEntry toBatchEntry(String entryId) {
    return SendMessageBatchRequestEntry.builder()
        .id(entryId)
        .messageGroupId(groupId)
        .messageDeduplicationId(deduplicationId)
        .messageBody(body)
        .messageAttributes(attributes.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, a -> attribute(a.getValue()))))
        .build();
  }

  private static MessageAttributeValue attribute(String value) {
    return MessageAttributeValue.builder().dataType(TYPE).stringValue(value).build();
  }
}
