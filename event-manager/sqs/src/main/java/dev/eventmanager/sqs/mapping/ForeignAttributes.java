package dev.eventmanager.sqs.mapping;

import dev.eventmanager.EventHeaders;
import dev.eventmanager.EventHeaders.Bytes;
import dev.eventmanager.codec.EncodedEvent;
import java.util.LinkedHashMap;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Attributes that another sender gave its message, as headers of the event. Stateless. */
final class ForeignAttributes {

  private ForeignAttributes() {}

  /** The event with those attributes of its message that this mapping does not know. */
  static EncodedEvent addedTo(EncodedEvent event, Message message) {
    var headers = new LinkedHashMap<String, Object>();
    message.messageAttributes().forEach((name, value) -> {
      if (!MessageMapping.ATTRIBUTES.contains(name)) {
        headers.put(name, value(value));
      }
    });
    if (headers.isEmpty()) {
      return event;
    }
    headers.putAll(event.metadata().headers().asMap());
    return event.withMetadata(
        event.metadata().toBuilder().headers(EventHeaders.of(headers)).build());
  }

  /** SQS writes a number as a text, too. */
  private static Object value(MessageAttributeValue value) {
    return value.stringValue() == null
        ? Bytes.of(value.binaryValue().asByteArray())
        : value.stringValue();
  }
}
