package dev.eventmanager.sqs.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.emulator.EmbeddedSqs;
import dev.eventmanager.emulator.QueueReader;
import dev.eventmanager.handling.Delivery;
import dev.eventmanager.sqs.fixture.Events;
import dev.eventmanager.sqs.queue.FifoQueue;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@Timeout(120)
class UnreadableMessageTest {

  private static EmbeddedSqs sqs;

  private final Handler handler = new Handler();
  private ConsumerBench bench;

  @BeforeAll
  static void startSqs() {
    sqs = EmbeddedSqs.start();
  }

  @AfterAll
  static void stopSqs() {
    sqs.close();
  }

  @BeforeEach
  void open() {
    bench = new ConsumerBench(sqs);
  }

  @AfterEach
  void stop() {
    handler.finishAll();
    bench.close();
  }

  @Test
  void goesToTheDeadLetterQueueAndHoldsItsGroupUpNoLonger() {
    var dead = bench.create("dead.fifo", Map.of());
    var queue = bench.create(
        "mixed.fifo",
        Map.of(
            QueueAttributeName.REDRIVE_POLICY,
            "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"1000\"}"
                .formatted(bench.arn(dead))));
    sendWithoutRoutingKey(queue);
    bench.send(queue, Events.event("A", "A2"));

    bench.consume(queue, handler);

    await().atMost(Duration.ofSeconds(60)).until(() -> handler.ids().contains("A2"));
    assertThat(handler.deliveries()).noneMatch(Delivery::redelivered);
    assertThat(new QueueReader(bench.plain, dead.url()).take(1))
        .extracting(Message::body)
        .containsExactly("no routing key");
    assertThat(bench.incidents).containsExactly(ConsumerIncident.UNREADABLE);
  }

  @Test
  void isKeptWhereThereIsNoDeadLetterQueueAndHoldsBackItsGroupAlone() {
    sendWithoutRoutingKey(bench.queue);
    bench.send("A2", "B1");

    bench.consume(Duration.ofHours(1), handler);

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> handler.ids().contains("B1") && bench.left() == 2);
    assertThat(handler.ids()).containsExactly("B1");
  }

  private void sendWithoutRoutingKey(FifoQueue queue) {
    bench
        .plain
        .sendMessage(r -> r.queueUrl(queue.url())
            .messageGroupId("A")
            .messageDeduplicationId("stranger")
            .messageBody("no routing key"))
        .join();
  }
}
