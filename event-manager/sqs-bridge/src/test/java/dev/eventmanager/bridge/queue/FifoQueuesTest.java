package dev.eventmanager.bridge.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.bridge.fixture.EmbeddedSqs;
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
