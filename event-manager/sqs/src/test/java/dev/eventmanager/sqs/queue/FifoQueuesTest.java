package dev.eventmanager.sqs.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.emulator.EmbeddedSqs;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class FifoQueuesTest {

  private static EmbeddedSqs sqs;
  private static SqsAsyncClient client;
  private static FifoQueues queues;

  @BeforeAll
  static void start() {
    sqs = EmbeddedSqs.start();
    client = sqs.plainClient();
    queues = new FifoQueues(client, "SQS at " + sqs.endpoint());
  }

  @AfterAll
  static void stop() {
    client.close();
    sqs.close();
  }

  @Test
  void createsQueueAndItsDeadLetterQueue() {
    var queue = queues.open("created.fifo", true);

    assertThat(attributes(queue.url()))
        .containsEntry(QueueAttributeName.FIFO_QUEUE, "true")
        .hasEntrySatisfying(
            QueueAttributeName.REDRIVE_POLICY,
            policy -> assertThat(policy).contains("created-dead-letters.fifo"));
    assertThat(attributes(url("created-dead-letters.fifo")))
        .containsEntry(QueueAttributeName.FIFO_QUEUE, "true");
  }

  @Test
  void opensAQueueThatStandsAndLeavesItAsItIs() {
    client
        .createQueue(r -> r.queueName("standing.fifo")
            .attributesWithStrings(Map.of("FifoQueue", "true", "VisibilityTimeout", "7")))
        .join();

    assertThat(queues.open("standing.fifo", true)).isEqualTo(queues.open("standing.fifo", false));
    assertThat(attributes(url("standing.fifo")))
        .containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "7")
        .doesNotContainKey(QueueAttributeName.REDRIVE_POLICY);
  }

  @Test
  void saysThatAQueueIsMissing() {
    assertThatThrownBy(() -> queues.open("missing.fifo", false))
        .isInstanceOf(QueueUnusableException.class)
        .hasMessageContaining("no queue missing.fifo")
        .hasMessageContaining(sqs.endpoint().toString());
  }

  @Test
  void refusesAStandardQueue() {
    assertThatThrownBy(() -> queues.open("standard", true))
        .isInstanceOf(QueueUnusableException.class)
        .hasMessageContaining("is no FIFO queue");
  }

  @Test
  void findsWhatDiffersFromTheAdvisedAttributes() {
    var found = Map.of(
        QueueAttributeName.FIFO_QUEUE, "true",
        QueueAttributeName.DEDUPLICATION_SCOPE, "queue",
        QueueAttributeName.MESSAGE_RETENTION_PERIOD, "1209600");

    assertThat(WantedAttributes.differences(found))
        .containsExactly(
            "DeduplicationScope is queue, not messageGroup",
            "RedrivePolicy is missing, so a message nobody can handle blocks its group");
  }

  @Test
  void tellsAllThatCostsSomethingAboutAQueueAtOnce() {
    var found = Map.of(
        QueueAttributeName.FIFO_QUEUE, "true",
        QueueAttributeName.MAXIMUM_MESSAGE_SIZE, "262144",
        QueueAttributeName.DELAY_SECONDS, "30",
        QueueAttributeName.KMS_MASTER_KEY_ID, "alias/shop",
        QueueAttributeName.REDRIVE_POLICY,
            "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:1:shop-dead\",\"maxReceiveCount\":3}");

    assertThat(WantedAttributes.differences(found))
        .containsExactly(
            "MaximumMessageSize is 262144, not 1048576, so larger events need a claim check",
            "DelaySeconds is 30, not 0, so every event arrives as much later",
            "KmsMasterKeyId is alias/shop, so whoever sends needs kms:GenerateDataKey and"
                + " kms:Decrypt on it",
            "RedrivePolicy names shop-dead, which is no FIFO queue, so nothing can be moved there",
            "maxReceiveCount is 3, not 1000, so restarts alone may move a message away, and its"
                + " group overtakes it");
  }

  @Test
  void tellsThatADeadLetterQueueIsNotThere() {
    var found = attributes(queues.open("losing.fifo", true).url());
    client.deleteQueue(r -> r.queueUrl(url("losing-dead-letters.fifo"))).join();

    assertThat(queues.differences(found))
        .containsExactly("RedrivePolicy names losing-dead-letters.fifo, which is not there");
  }

  private static Map<QueueAttributeName, String> attributes(String url) {
    return client
        .getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.ALL))
        .join()
        .attributes();
  }

  private static String url(String name) {
    return client.getQueueUrl(r -> r.queueName(name)).join().queueUrl();
  }
}
