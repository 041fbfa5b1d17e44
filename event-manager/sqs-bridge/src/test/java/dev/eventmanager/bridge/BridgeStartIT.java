package dev.eventmanager.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.sqs.queue.QueueUnusableException;
import dev.eventmanager.testkit.WithBroker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What keeps a bridge from starting is said at once, with what to do. */
@WithBroker
@Timeout(180)
class BridgeStartIT {

  private BridgeBench bench;

  @BeforeEach
  void open(ConnectionFactory factory) throws Exception {
    bench = new BridgeBench(factory);
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  @Test
  void saysThatTheQueueIsMissing() {
    assertThatThrownBy(
            () -> bench.bridge().set("bridge.sqs.create-queues", false).start())
        .rootCause()
        .isInstanceOf(QueueUnusableException.class)
        .hasMessageContaining(bench.target)
        .extracting(e -> ((QueueUnusableException) e).remedy())
        .asString()
        .contains("bridge.sqs.create-queues=true");
  }

  @Test
  void saysOfAllQueuesAtOnceThatTheyAreMissing() {
    var two = bench
        .bridge()
        .set("bridge.sqs.create-queues", false)
        .set("bridge.routes[1].to", "other.fifo")
        .set("bridge.routes[1].from[0].exchange", bench.orders);

    assertThatThrownBy(two::start)
        .hasStackTraceContaining("There is no queue " + bench.target)
        .hasStackTraceContaining("There is no queue other.fifo");
  }

  @Test
  void saysThatAnotherProcessHasTheEmbeddedDatabase() throws Exception {
    try (var first = bench.bridge().start()) {
      var second = bench.bridge().fork(ProcessBuilder.Redirect.PIPE);
      var output = new String(second.getInputStream().readAllBytes());

      assertThat(second.waitFor()).isEqualTo(1);
      assertThat(output)
          .contains("Another process has the embedded database")
          .contains("have them share a PostgreSQL");
      assertThat(first.isActive()).isTrue();
    }
  }
}
