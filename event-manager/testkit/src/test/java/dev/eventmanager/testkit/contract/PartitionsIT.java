package dev.eventmanager.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.Event;
import dev.eventmanager.handling.EventHandler;
import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;
import dev.eventmanager.testkit.fault.CuttableProxy;
import dev.eventmanager.testkit.foreign.ForeignPublisher;
import dev.eventmanager.testkit.probe.ReceivedEvents;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A queue in partitions that several instances of a service share; the embedded broker has none. */
@WithBroker(BrokerKind.RABBITMQ)
class PartitionsIT {

  private static final int PARTITIONS = 4;

  private final ReceivedEvents moves = new ReceivedEvents();

  @Test
  void spreadsTheKeysOverAllPartitions(ContractBus bus, ConnectionFactory broker) throws Exception {
    String queue = partitioned(bus, new Instance());
    bus.start();
    bus.stopConsuming();
    Games.publish(bus, 40, 5);

    try (Connection connection = broker.newConnection();
        Channel channel = connection.createChannel()) {
      for (int partition = 1; partition <= PARTITIONS; partition++) {
        assertThat(channel.messageCount(queue + "." + partition)).isPositive();
      }
    }
  }

  @Test
  void keepsTheOrderAndRepeatsNothingWhileInstancesJoinAndLeave(ContractBus bus) {
    Instance first = new Instance();
    Instance second = new Instance();
    Instance third = new Instance();
    String queue = partitioned(bus, first);
    bus.start();

    try (SteadyGames games = SteadyGames.on(bus);
        ContractBus joining = another(bus, queue, second);
        ContractBus last = another(bus, queue, third)) {
      first.awaitMore(50);
      joining.start();
      last.start();
      second.awaitMore(50);
      third.awaitMore(50);
      bus.stopConsuming();
      second.awaitMore(50);

      int played = games.endAllHandledInOrder(moves);
      assertThat(moves.all()).hasSize(played);
    }
  }

  @Test
  void keepsTheOrderWhenAnInstanceIsCutOff(ContractBus bus) {
    Instance first = new Instance();
    Instance second = new Instance();
    CuttableProxy wire = bus.cuttableConsuming();
    String queue = partitioned(bus, first);
    bus.start();

    try (SteadyGames games = SteadyGames.on(bus);
        ContractBus another = another(bus, queue, second)) {
      first.awaitMore(50);
      another.start();
      second.awaitMore(50);
      wire.cutOnce();
      first.awaitMore(1);
      wire.cut();
      second.awaitMore(100);

      games.endAllHandledInOrder(moves);
    }
  }

  @Test
  void keepsAKeyOfStrangersInOrder(ContractBus bus, ForeignPublisher stranger) {
    partitioned(bus, new Instance());
    bus.start();

    for (int number = 0; number < 20; number++) {
      for (int game = 0; game < 3; game++) {
        stranger.publish(
            bus.events.exchange.name(),
            bus.events.on("v2.move"),
            "{\"game\":\"g%d\",\"number\":%d}".formatted(game, number));
      }
    }

    moves.awaitCount(3 * 20);
    Games.assertAllInOrder(moves.payloads(bus.events.move), 3, 20);
  }

  @Test
  void refusesAnotherNumberOfPartitionsThanTheBrokerHas(ContractBus bus) {
    String queue = partitioned(bus, new Instance());
    bus.start();

    try (ContractBus more = another(bus, queue, new Instance()).partitioned(queue, 5);
        ContractBus none = another(bus, queue, new Instance()).partitioned(queue, 1)) {
      assertThatThrownBy(more::start)
          .hasMessageContaining("declared 5 partitions, the broker says that it has fewer of them");
      assertThatThrownBy(none::start)
          .hasMessageContaining("declared in one piece, the broker says that it has it in part");
    }
  }

  private String partitioned(ContractBus bus, Instance instance) {
    String queue = bus.handlingMoves(instance);
    settled(bus).partitioned(queue, PARTITIONS);
    return queue;
  }

  private ContractBus another(ContractBus bus, String queue, Instance instance) {
    return settled(bus.anotherInstance())
        .handling(queue, bus.events.on("*.move"), instance)
        .partitioned(queue, PARTITIONS);
  }

  private static ContractBus settled(ContractBus bus) {
    return bus.consuming(settings -> settings.sharingInterval(Duration.ofMillis(200)));
  }

  /** Records for all, and counts for itself. */
  private final class Instance implements EventHandler {

    private final AtomicInteger handled = new AtomicInteger();

    @Override
    public void handle(Event<?> event) {
      moves.handle(event);
      handled.incrementAndGet();
    }

    void awaitMore(int events) {
      int before = handled.get();
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> handled.get() >= before + events);
    }
  }
}
