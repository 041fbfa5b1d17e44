package dev.eventmanager.bridge;

import static dev.eventmanager.bridge.BridgeBench.eventually;
import static dev.eventmanager.bridge.BridgeBench.idsByKey;
import static dev.eventmanager.bridge.BridgeBench.parked;
import static dev.eventmanager.emulator.Faults.none;
import static dev.eventmanager.emulator.Faults.unavailable;
import static dev.eventmanager.emulator.QueueReader.bodiesByGroup;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.emulator.Operation;
import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Outages longer than RabbitMQ bears with a consumer. {@code -Dbridge.test.backlog=100000} is the
 * long form.
 */
@WithBroker(BrokerKind.RABBITMQ)
@Timeout(900)
class HardCasesOfOutagesIT {

  private static final int BACKLOG = Integer.getInteger("bridge.test.backlog", 3_000);
  private static final int KEYS = 100;

  private BridgeBench bench;
  private ConnectionFactory broker;

  @BeforeEach
  void open(ConnectionFactory factory) throws Exception {
    broker = factory;
    bench = new BridgeBench(factory);
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  /** The bridge has let go before: its patience ends at a second here, as at five minutes else. */
  @Test
  @DisplayName(
      "6. SQS away for longer than consumer_timeout, backlog of 100,000: nothing dead-lettered, order kept")
  void givesTheBrokerBackWhatWaitsUntilSqsIsBack() throws Exception {
    var events = bench.events(KEYS, BACKLOG / KEYS);
    try (var bridge = bench.bridge().set("bridge.patience", "1s").start();
        var connection = broker.newConnection();
        var channel = connection.createChannel()) {
      bench.proxy.everywhere(unavailable());
      bench.publish(events);

      eventually().until(() -> consumers(channel) == 0);
      assertThat(channel.messageCount(bench.queue())).isEqualTo(events.size());
      var asked = bench.proxy.requests(Operation.GET_QUEUE_ATTRIBUTES);
      eventually().until(() -> bench.proxy.requests(Operation.GET_QUEUE_ATTRIBUTES) > asked + 1);
      assertThat(consumers(channel)).isZero();
      bench.proxy.everywhere(none());

      assertThat(bodiesByGroup(bench.reader().take(events.size()))).isEqualTo(idsByKey(events));
      assertThat(bench.reader().rest()).isEmpty();
      assertThat(channel.messageCount(bench.queue() + ".parked")).isZero();
      assertThat(parked(bridge)).isZero();
      assertThat(bridge
              .getBean(MeterRegistry.class)
              .get("bridge.events.in.doubt")
              .counter()
              .count())
          .isZero();
    }
  }

  private long consumers(Channel channel) throws Exception {
    return channel.consumerCount(bench.queue());
  }
}
