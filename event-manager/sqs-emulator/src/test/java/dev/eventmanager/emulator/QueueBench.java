package dev.eventmanager.emulator;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** A FIFO queue, and a client of it that tries nothing again. */
public final class QueueBench implements AutoCloseable {

  public final SqsAsyncClient sqs;
  public final String url;

  private QueueBench(SqsAsyncClient sqs, String url) {
    this.sqs = sqs;
    this.url = url;
  }

  public static QueueBench at(URI endpoint, Map<QueueAttributeName, String> attributes) {
    var sqs = SqsAsyncClient.builder()
        .endpointOverride(endpoint)
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .checksumValidationEnabled(false)
        .overrideConfiguration(c ->
            c.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(Duration.ofSeconds(30)))
        .build();
    var url = sqs.createQueue(r -> r.queueName(UUID.randomUUID() + ".fifo").attributes(attributes))
        .join()
        .queueUrl();
    return new QueueBench(sqs, url);
  }

  /** Each in a group of its own name, under its own name. */
  public SendMessageBatchResponse send(String... bodies) {
    return sendAll(Stream.of(bodies).map(body -> entry(body, body)).toList());
  }

  public SendMessageBatchResponse sendAll(List<SendMessageBatchRequestEntry> entries) {
    return sqs.sendMessageBatch(r -> r.queueUrl(url).entries(entries)).join();
  }

  public static SendMessageBatchRequestEntry entry(String id, String body) {
    return SendMessageBatchRequestEntry.builder()
        .id(id)
        .messageGroupId(id)
        .messageDeduplicationId(id)
        .messageBody(body)
        .build();
  }

  public List<Message> receive() {
    return sqs.receiveMessage(r -> r.queueUrl(url)
            .maxNumberOfMessages(10)
            .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .join()
        .messages();
  }

  public List<String> bodies() {
    return receive().stream().map(Message::body).toList();
  }

  public void delete(Message message) {
    sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()))
        .join();
  }

  @Override
  public void close() {
    sqs.close();
  }
}
