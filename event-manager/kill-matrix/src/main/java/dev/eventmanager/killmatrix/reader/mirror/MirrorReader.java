package dev.eventmanager.killmatrix.reader.mirror;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Takes messages off a queue for as long as it is open, takes each down and only then deletes it:
 * so SQS, which locks a group meanwhile, keeps its order.
 */
public final class MirrorReader implements AutoCloseable {

  private static final int THREADS = 2;
  private static final int MOST = 10;

  /** Between questions where nothing comes; a long poll hangs if the clock of ElasticMQ leaps. */
  private static final long PAUSE_MILLIS = 100;

  private final SqsAsyncClient sqs;
  private final String queueUrl;
  private final MirrorTally tally;
  private final List<Thread> threads;
  private volatile boolean closed = false;

  /** Begins at once. */
  public MirrorReader(SqsAsyncClient sqs, String queueUrl, MirrorTally tally) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.tally = tally;
    this.threads = IntStream.range(0, THREADS)
        .mapToObj(number -> new Thread(this::run, "mirror reader " + number))
        .toList();
    threads.forEach(Thread::start);
  }

  private void run() {
    while (!closed) {
      try {
        if (!read()) {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
        }
      } catch (CompletionException failed) {
        System.getLogger(MirrorReader.class.getName())
            .log(System.Logger.Level.WARNING, "messages were not read", failed);
      }
    }
  }

  /** Whether anything came. */
  private boolean read() {
    List<Message> messages = receive();
    messages.forEach(message -> tally.add(mirrored(message)));
    if (!messages.isEmpty()) {
      delete(messages);
    }
    return !messages.isEmpty();
  }

  private List<Message> receive() {
    return sqs.receiveMessage(request -> request
            .queueUrl(queueUrl)
            .maxNumberOfMessages(MOST)
            .waitTimeSeconds(0)
            .messageAttributeNames("All")
            .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .join()
        .messages();
  }

  private void delete(List<Message> messages) {
    List<DeleteMessageBatchRequestEntry> entries = messages.stream()
        .map(message -> DeleteMessageBatchRequestEntry.builder()
            .id(message.messageId())
            .receiptHandle(message.receiptHandle())
            .build())
        .toList();
    sqs.deleteMessageBatch(request -> request.queueUrl(queueUrl).entries(entries))
        .join();
  }

  private static MirroredMessage mirrored(Message message) {
    return new MirroredMessage(
        message.messageId(),
        system(message, MessageSystemAttributeName.MESSAGE_GROUP_ID),
        attribute(message, "id"),
        attribute(message, "possibleduplicate").equals("true"),
        system(message, MessageSystemAttributeName.SEQUENCE_NUMBER),
        message.body());
  }

  private static String system(Message message, MessageSystemAttributeName name) {
    return message.attributes().getOrDefault(name, "");
  }

  private static String attribute(Message message, String name) {
    Map<String, MessageAttributeValue> all = message.messageAttributes();
    return all.containsKey(name) ? all.get(name).stringValue() : "";
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
