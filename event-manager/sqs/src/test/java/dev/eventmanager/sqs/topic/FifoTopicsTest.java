package dev.eventmanager.sqs.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.emulator.EmbeddedSns;
import dev.eventmanager.emulator.EmbeddedSqs;
import dev.eventmanager.sqs.connection.SqsConnection;
import dev.eventmanager.sqs.connection.UnusableException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsAsyncClient;

class FifoTopicsTest {

  private static EmbeddedSqs sqs;
  private static EmbeddedSns sns;
  private static SnsAsyncClient client;
  private static FifoTopics topics;

  @BeforeAll
  static void start() {
    sqs = EmbeddedSqs.start();
    sns = EmbeddedSns.before(sqs, Clock.systemUTC());
    client = client(sns.endpoint());
    topics = new FifoTopics(client);
  }

  @AfterAll
  static void stop() {
    client.close();
    sns.close();
    sqs.close();
  }

  @Test
  void createsATopicThatIsAsAdvised() {
    var topic = topics.open("created.fifo", true);

    assertThat(client.getTopicAttributes(r -> r.topicArn(topic.arn())).join().attributes())
        .containsEntry("FifoTopic", "true")
        .containsEntry("ContentBasedDeduplication", "false")
        .containsEntry("FifoThroughputScope", "MessageGroup");
    assertThat(topic).isEqualTo(new FifoTopic("created.fifo", topic.arn(), 262_144));
  }

  @Test
  void findsATopicByNameAndByArnAndReadsWhatItTakes() {
    var attributes = Map.of("FifoTopic", "true", "MaximumMessageSize", "1048576");
    var arn = client
        .createTopic(r -> r.name("standing.fifo").attributes(attributes))
        .join()
        .topicArn();

    assertThat(topics.open("standing.fifo", false))
        .isEqualTo(new FifoTopic("standing.fifo", arn, 1_048_576))
        .isEqualTo(topics.open(arn, false));
  }

  @Test
  void saysThatATopicIsMissing() {
    assertThatThrownBy(() -> topics.open("missing.fifo", false))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("no SNS topic missing.fifo");
    assertThatThrownBy(() -> topics.open("arn:aws:sns:eu-west-1:000000000000:missing.fifo", true))
        .hasMessageContaining("no SNS topic");
  }

  @Test
  void refusesAStandardTopic() {
    assertThatThrownBy(() -> topics.open("standard", true))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("is no FIFO topic");
  }

  @Test
  void saysThatSnsCannotBeReached() {
    try (var nowhere = client(URI.create("http://localhost:1"))) {
      assertThatThrownBy(() -> new FifoTopics(nowhere).open("any.fifo", false))
          .isInstanceOfSatisfying(
              UnusableException.class, e -> assertThat(e.remedy()).contains("bridge.sns.endpoint"))
          .hasMessageStartingWith("SNS cannot be asked for the topic any.fifo");
    }
  }

  private static SnsAsyncClient client(URI endpoint) {
    return new SqsConnection(
            Optional.empty(),
            Optional.of("eu-west-1"),
            Optional.of(new SqsConnection.Credentials("test", "test")),
            Duration.ofSeconds(10))
        .openSns(Optional.of(endpoint));
  }
}
