package dev.eventmanager.local.journey;

import dev.eventmanager.local.journey.Sighting.Mirrored;
import dev.eventmanager.local.journey.Sighting.Subject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Takes what the bridge put into the SQS queue, as a plain client of SQS does: receive, look,
 * delete.
 */
public final class MirrorReader implements AutoCloseable {

  private static final int LONG_POLL_SECONDS = 5;
  private static final long PAUSE_MILLIS = 500;

  private final SqsClient sqs;
  private final String queueUrl;
  private final Clock clock;
  private final Consumer<? super Sighting> sightings;
  private final Thread thread = new Thread(this::readUntilClosed, "mirror-reader");
  private final OrderInBody orders = new OrderInBody();
  private final CountDownLatch closed = new CountDownLatch(1);

  public MirrorReader(
      SqsClient sqs, String queueUrl, Clock clock, Consumer<? super Sighting> sightings) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.clock = clock;
    this.sightings = sightings;
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  private void readUntilClosed() {
    while (closed.getCount() > 0) {
      try {
        readOnce();
      } catch (SdkException unreachable) {
        pause();
      }
    }
  }

  private void readOnce() {
    List<Message> messages = sqs.receiveMessage(request -> request
            .queueUrl(queueUrl)
            .maxNumberOfMessages(10)
            .waitTimeSeconds(LONG_POLL_SECONDS)
            .messageAttributeNames("type")
            .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
    if (messages.isEmpty()) {
      return;
    }
    messages.forEach(message -> sightings.accept(mirrored(message)));
    List<DeleteMessageBatchRequestEntry> done = messages.stream()
        .map(message -> DeleteMessageBatchRequestEntry.builder()
            .id(message.messageId())
            .receiptHandle(message.receiptHandle())
            .build())
        .toList();
    sqs.deleteMessageBatch(request -> request.queueUrl(queueUrl).entries(done));
  }

  private Mirrored mirrored(Message message) {
    Map<MessageSystemAttributeName, String> system = message.attributes();
    MessageAttributeValue type = message.messageAttributes().get("type");
    return new Mirrored(
        system.getOrDefault(MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID, "?"),
        new Subject(
            type == null ? "" : type.stringValue(),
            orders.of(message.body().getBytes(StandardCharsets.UTF_8))),
        system.getOrDefault(MessageSystemAttributeName.MESSAGE_GROUP_ID, "?"),
        system.getOrDefault(MessageSystemAttributeName.SEQUENCE_NUMBER, "?"),
        clock.instant());
  }

  /** Ends at once when closed. */
  private void pause() {
    try {
      closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closed.countDown();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
  }
}
