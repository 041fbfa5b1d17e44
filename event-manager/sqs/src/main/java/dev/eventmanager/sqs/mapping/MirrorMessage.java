package dev.eventmanager.sqs.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
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
 * @param attributes at most ten, of type String, the more important first
 */
public record MirrorMessage(
    String groupId, String deduplicationId, String body, Map<String, String> attributes) {

  /**
   * The one attribute of type Number: how many bytes has the body that the message makes a claim to.
   */
  public static final String CLAIMED_SIZE = "ExtendedPayloadSize";

  private static final String TEXT = "String";
  private static final String NUMBER = "Number";

  /** Takes a copy of the attributes. */
  public MirrorMessage {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** The AWS type of an attribute. */
  public static String typeOf(String attribute) {
    return attribute.equals(CLAIMED_SIZE) ? NUMBER : TEXT;
  }

  /** Bytes as AWS counts them: UTF-8 body, and each attribute's name, type and value. */
  public int size() {
    return SqsText.size(body)
        + attributes.entrySet().stream()
            .mapToInt(
                a -> a.getKey().length() + typeOf(a.getKey()).length() + SqsText.size(a.getValue()))
            .sum();
  }

  /** What SQS must answer as the body's MD5. */
  public String bodyMd5() {
    return Digest.md5(body);
  }

  /** Tells this body from any other, in hex. */
  public String bodySha256() {
    return Digest.sha256(body);
  }

  /** This message as an entry of a batch. */
  public SendMessageBatchRequestEntry toBatchEntry(String entryId) {
    return SendMessageBatchRequestEntry.builder()
        .id(entryId)
        .messageGroupId(groupId)
        .messageDeduplicationId(deduplicationId)
        .messageBody(body)
        .messageAttributes(attributes.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, MirrorMessage::attribute)))
        .build();
  }

  private static MessageAttributeValue attribute(Map.Entry<String, String> attribute) {
    return MessageAttributeValue.builder()
        .dataType(typeOf(attribute.getKey()))
        .stringValue(attribute.getValue())
        .build();
  }
}
