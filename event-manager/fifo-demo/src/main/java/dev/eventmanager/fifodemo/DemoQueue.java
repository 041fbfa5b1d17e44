package dev.eventmanager.fifodemo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** A queue that stands for as long as the demonstration, with its dead letter queue where wanted. */
final class DemoQueue implements AutoCloseable {

  private static final int WAIT_SECONDS = 1;

  final Kind kind;
  private final SqsClient sqs;
  private final String url;
  private final Optional<String> deadLetters;

  private DemoQueue(Kind kind, SqsClient sqs, String url, Optional<String> deadLetters) {
    this.kind = kind;
    this.sqs = sqs;
    this.url = url;
    this.deadLetters = deadLetters;
  }

  static DemoQueue create(SqsClient sqs, Kind kind, String name, Settings settings) {
    var deadLetters = settings
        .deadLettersAfter()
        .map(any -> create(sqs, name + "-dead-letters" + kind.suffix, base(kind)));
    var attributes = base(kind);
    attributes.put(QueueAttributeName.DELAY_SECONDS, "" + settings.delay().toSeconds());
    attributes.put(
        QueueAttributeName.VISIBILITY_TIMEOUT, "" + settings.visibility().toSeconds());
    deadLetters.ifPresent(dead -> attributes.put(
        QueueAttributeName.REDRIVE_POLICY,
        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
            .formatted(arn(sqs, dead), settings.deadLettersAfter().orElseThrow())));
    return new DemoQueue(kind, sqs, create(sqs, name + kind.suffix, attributes), deadLetters);
  }

  void send(Numbered message) {
    sqs.sendMessage(request -> {
      request.queueUrl(url).messageBody(message.text());
      if (kind == Kind.FIFO) {
        request.messageGroupId(message.group()).messageDeduplicationId(message.text());
      }
    });
  }

  /** One message, if one comes within a second. */
  Optional<Message> receive() {
    return receive(url, WAIT_SECONDS);
  }

  /** One message that was set aside, if there is one. */
  Optional<Message> receiveDead() {
    return deadLetters.flatMap(dead -> receive(dead, 0).map(message -> {
      sqs.deleteMessage(r -> r.queueUrl(dead).receiptHandle(message.receiptHandle()));
      return message;
    }));
  }

  void delete(Message message) {
    sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
  }

  /** Lets others have a message at once, rather than when it would be visible again. */
  void giveBack(Message message) {
    sqs.changeMessageVisibility(
        r -> r.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
  }

  /** How many messages are there: to be received, delayed, or in someone's hands. */
  int left() {
    var counts = List.of(
        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
    var told =
        sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(counts)).attributes();
    return told.values().stream().mapToInt(Integer::parseInt).sum();
  }

  /** Deletes it. Deleted already is deleted too. */
  @Override
  public void close() {
    delete(url);
    deadLetters.ifPresent(this::delete);
  }

  private void delete(String which) {
    try {
      sqs.deleteQueue(r -> r.queueUrl(which));
    } catch (QueueDoesNotExistException gone) {
      // that was wanted
    }
  }

  private Optional<Message> receive(String from, int waitSeconds) {
    return sqs
        .receiveMessage(r -> r.queueUrl(from)
            .maxNumberOfMessages(1)
            .waitTimeSeconds(waitSeconds)
            .messageSystemAttributeNames(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
        .messages()
        .stream()
        .findFirst();
  }

  private static Map<QueueAttributeName, String> base(Kind kind) {
    var attributes = new TreeMap<QueueAttributeName, String>();
    if (kind == Kind.FIFO) {
      attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
    }
    return attributes;
  }

  private static String create(
      SqsClient sqs, String name, Map<QueueAttributeName, String> attributes) {
    return sqs.createQueue(r -> r.queueName(name).attributes(attributes)).queueUrl();
  }

  private static String arn(SqsClient sqs, String url) {
    var told =
        sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN));
    return String.valueOf(told.attributes().get(QueueAttributeName.QUEUE_ARN));
  }
}
