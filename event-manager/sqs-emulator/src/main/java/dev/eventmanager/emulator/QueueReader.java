package dev.eventmanager.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Takes messages off a queue in their order, as a consumer that knows nothing of the bridge. */
public final class QueueReader {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SqsAsyncClient sqs;
  private final String url;

  public QueueReader(SqsAsyncClient sqs, String url) {
    this.sqs = sqs;
    this.url = url;
  }

  /** This many messages, or those that came before patience ended. */
  public List<Message> take(int count) {
    var taken = new ArrayList<Message>();
    var end = Instant.now().plus(PATIENCE);
    while (taken.size() < count && Instant.now().isBefore(end)) {
      taken.addAll(receive(1));
    }
    return taken;
  }

  /** What is there at once: nothing more may come. */
  public List<Message> rest() {
    return receive(0);
  }

  public static Map<String, List<String>> bodiesByGroup(List<Message> messages) {
    return messages.stream()
        .collect(Collectors.groupingBy(
            m -> m.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID),
            Collectors.mapping(Message::body, Collectors.toList())));
  }

  private List<Message> receive(int waitSeconds) {
    var messages = sqs.receiveMessage(r -> r.queueUrl(url)
            .maxNumberOfMessages(10)
            .waitTimeSeconds(waitSeconds)
            .messageAttributeNames("All")
            .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .join()
        .messages();
    if (!messages.isEmpty()) {
      delete(messages);
    }
    return messages;
  }

  private void delete(List<Message> messages) {
    var entries = messages.stream()
        .map(m -> DeleteMessageBatchRequestEntry.builder()
            .id(m.messageId())
            .receiptHandle(m.receiptHandle())
            .build())
        .toList();
    var deleted = sqs.deleteMessageBatch(r -> r.queueUrl(url).entries(entries)).join();
    if (deleted.hasFailed()) {
      throw new IllegalStateException("Not deleted: " + deleted.failed());
    }
  }
}
