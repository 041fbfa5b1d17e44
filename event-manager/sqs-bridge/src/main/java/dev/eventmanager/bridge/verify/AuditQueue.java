package dev.eventmanager.bridge.verify;

import dev.eventmanager.bridge.audit.AuditStream;
import dev.eventmanager.bridge.ledger.EventDigest;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.jdbc.schema.EventColumns;
import dev.eventmanager.sqs.mapping.MessageMapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * An SQS FIFO queue that holds what the mirror got and that nobody else consumes. SQS shows no more
 * of a group than its first messages, so what was read has to be deleted to see the rest. What was
 * published behind the window stays.
 */
final class AuditQueue implements MirrorSide {

  private static final int MOST_MESSAGES = 10;
  private static final int WAIT_SECONDS = 2;
  private static final int EMPTY_ANSWERS_UNTIL_THE_END = 2;

  /** For so long what stays is out of the way; it is given back at the end. */
  private static final int HELD_SECONDS = 600;

  private final MessageMapping mapping = new MessageMapping();
  private final SqsAsyncClient sqs;
  private final String name;
  private final String url;
  private final AuditStream stream;
  private final Set<UUID> later = new HashSet<>();
  private final List<Message> staying = new ArrayList<>();
  private long readUpTo;

  AuditQueue(SqsAsyncClient sqs, String name, AuditStream stream) {
    this.sqs = sqs;
    this.name = name;
    this.stream = stream;
    this.url = sqs.getQueueUrl(r -> r.queueName(name)).join().queueUrl();
  }

  @Override
  public String name() {
    return "the SQS queue " + name;
  }

  @Override
  public void read(Window window, Comparison comparison) {
    readUpTo = window.behind();
    try {
      var empty = 0;
      while (empty < EMPTY_ANSWERS_UNTIL_THE_END) {
        var messages = receive();
        empty = messages.isEmpty() ? empty + 1 : 0;
        delete(take(messages, comparison));
      }
    } finally {
      giveBack();
    }
  }

  /** Those that belong to the comparison; the others stay. */
  private List<Message> take(List<Message> messages, Comparison comparison) {
    var sightings = messages.stream().map(this::sighting).toList();
    if (!sightings.stream().allMatch(s -> isKnown(s, comparison))) {
      lookForLaterOnes();
    }
    var taken = new ArrayList<Message>();
    for (int i = 0; i < messages.size(); i++) {
      if (isLater(sightings.get(i), comparison)) {
        staying.add(messages.get(i));
      } else {
        comparison.mirrored(sightings.get(i));
        taken.add(messages.get(i));
      }
    }
    return taken;
  }

  private boolean isKnown(Sighting sighting, Comparison comparison) {
    return comparison.isPublished(sighting.id()) || later.contains(EventKey.of(sighting.id()));
  }

  private boolean isLater(Sighting sighting, Comparison comparison) {
    return !comparison.isPublished(sighting.id()) && later.contains(EventKey.of(sighting.id()));
  }

  private void lookForLaterOnes() {
    var end = stream.end();
    stream.read(readUpTo, end, kept -> later.add(keyOf(kept.event())));
    readUpTo = end;
  }

  private static UUID keyOf(EncodedEvent event) {
    return EventKey.of(EventColumns.id(event.metadata().id()));
  }

  private Sighting sighting(Message message) {
    var attributes = texts(message.messageAttributes());
    var group =
        String.valueOf(message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID));
    var flagged = Boolean.parseBoolean(attributes.get("possibleduplicate"));
    try {
      var event = mapping.toEvent(message.body(), attributes);
      var isClaim = attributes.containsKey("ExtendedPayloadSize");
      var content = isClaim ? 0 : EventDigest.of(event);
      return new Sighting(EventColumns.id(event.metadata().id()), group, content, flagged);
    } catch (RuntimeException notFromHere) {
      return new Sighting("SQS message " + message.messageId(), group, 0, flagged);
    }
  }

  private static Map<String, String> texts(Map<String, MessageAttributeValue> attributes) {
    return attributes.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, a -> String.valueOf(a.getValue().stringValue())));
  }

  private List<Message> receive() {
    return sqs.receiveMessage(r -> r.queueUrl(url)
            .maxNumberOfMessages(MOST_MESSAGES)
            .waitTimeSeconds(WAIT_SECONDS)
            .visibilityTimeout(HELD_SECONDS)
            .messageAttributeNames("All")
            .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .join()
        .messages();
  }

  private void delete(List<Message> messages) {
    if (messages.isEmpty()) {
      return;
    }
    var answer = sqs.deleteMessageBatch(r -> r.queueUrl(url)
            .entries(messages.stream()
                .map(m -> DeleteMessageBatchRequestEntry.builder()
                    .id(m.messageId())
                    .receiptHandle(m.receiptHandle())
                    .build())
                .toList()))
        .join();
    if (answer.hasFailed() && !answer.failed().isEmpty()) {
      throw new IllegalStateException(
          "The SQS queue %s did not delete what was read: %s".formatted(name, answer.failed()));
    }
  }

  /** Tail first, so that no later message of a group can be received before an earlier one. */
  private void giveBack() {
    for (int i = staying.size() - 1; i >= 0; i--) {
      var handle = staying.get(i).receiptHandle();
      sqs.changeMessageVisibility(r -> r.queueUrl(url).receiptHandle(handle).visibilityTimeout(0))
          .join();
    }
    staying.clear();
  }
}
