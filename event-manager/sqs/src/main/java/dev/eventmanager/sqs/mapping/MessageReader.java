package dev.eventmanager.sqs.mapping;

import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.routing.RoutingKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Reads any message of a FIFO queue as an event, whoever sent it. Thread-safe.
 *
 * <p>What the message of a stranger lacks is derived and reported:
 *
 * <ul>
 *   <li>the event id: SQS's message id, which every delivery of the message bears;
 *   <li>the ordering key: the message group. It is also taken where the message names a key of
 *       another group, for the group is what SQS keeps the order of;
 *   <li>the time: when SQS got it;
 *   <li>the routing key: the one that is set for the queue, if any;
 *   <li>the exchange: the one that is set for the queue, else the first word of the routing key,
 *       where that has the form {@code <exchange>.v<version>.<event>}.
 * </ul>
 *
 * <p>Attributes of its own are {@linkplain dev.eventmanager.EventMetadata#headers headers} of the
 * event: texts, and bytes where they are binary.
 */
public final class MessageReader {

  private static final String ID = "id";
  private static final String TYPE = "type";
  private static final String EXCHANGE = "exchange";
  private static final String SUBJECT = "subject";
  private static final String TIME = "time";

  private final AttributePacking packing = new AttributePacking();
  private final MessageMapping mapping = new MessageMapping();
  private final Optional<String> exchange;
  private final Optional<String> routingKey;
  private final Consumer<String> derived;

  /**
   * A reader of a queue's messages.
   *
   * @param exchange of events that do not name theirs
   * @param routingKey of events that do not name theirs
   * @param derived told the name of each attribute that a message lacked, to be counted; must be
   *     thread-safe
   */
  public MessageReader(
      Optional<String> exchange, Optional<String> routingKey, Consumer<String> derived) {
    this.exchange = exchange;
    this.routingKey = routingKey;
    this.derived = derived;
  }

  /**
   * The event that a message carries. The message has all its attributes, the system's too.
   *
   * @throws UnreadableMessageException if it has no routing key or exchange, or its body or attributes are not
   *     what they say they are
   */
  public EncodedEvent read(Message message) {
    try {
      var event = mapping.toEvent(message.body(), complete(message));
      return ForeignAttributes.addedTo(event, message);
    } catch (UnreadableMessageException known) {
      throw known;
    } catch (RuntimeException misfit) {
      throw UnreadableMessageException.of(message, misfit);
    }
  }

  private Map<String, String> complete(Message message) {
    var values = packing.unpack(texts(message));
    derive(values, ID, message::messageId);
    derive(
        values,
        TYPE,
        () -> routingKey.orElseThrow(() -> without("type with a routing key", message)));
    derive(
        values,
        EXCHANGE,
        () -> exchange
            .or(() -> firstWord(values))
            .orElseThrow(() -> without("exchange, and its routing key names none", message)));
    derive(values, TIME, () -> sentAt(message));
    agree(values, message);
    return values;
  }

  /** Two groups must not have one ordering key: nobody would keep the order between them. */
  private void agree(Map<String, String> values, Message message) {
    var group = message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID);
    var named = values.get(SUBJECT);
    if (group != null && (named == null || !SqsId.of(named).equals(group))) {
      derived.accept(SUBJECT);
      values.put(SUBJECT, group);
    }
  }

  private void derive(Map<String, String> values, String name, Supplier<String> derivation) {
    if (!isThere(values, name)) {
      values.put(name, derivation.get());
      derived.accept(name);
    }
  }

  private static boolean isThere(Map<String, String> values, String name) {
    var value = values.get(name);
    return value != null && (!name.equals(TIME) || isTime(value));
  }

  private static boolean isTime(String value) {
    try {
      Instant.parse(value);
      return true;
    } catch (DateTimeException notATime) {
      return false;
    }
  }

  private static Optional<String> firstWord(Map<String, String> values) {
    return RoutingKey.parse(String.valueOf(values.get(TYPE))).map(RoutingKey::exchange);
  }

  private static String sentAt(Message message) {
    var millis = message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP);
    return Instant.ofEpochMilli(Long.parseLong(String.valueOf(millis))).toString();
  }

  /** The attributes of a message that are text, by their names. */
  public static Map<String, String> texts(Message message) {
    var texts = new LinkedHashMap<String, String>();
    message.messageAttributes().forEach((name, value) -> {
      if (value.stringValue() != null) {
        texts.put(name, value.stringValue());
      }
    });
    return texts;
  }

  private static UnreadableMessageException without(String attribute, Message message) {
    return new UnreadableMessageException(
        "The SQS message %s is no event: it has no attribute %s"
            .formatted(message.messageId(), attribute),
        null);
  }
}
