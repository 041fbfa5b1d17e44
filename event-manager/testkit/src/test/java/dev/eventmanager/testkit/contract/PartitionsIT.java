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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/** A queue in partitions that several instances of a service share; the embedded broker has none. */
@WithBroker(BrokerKind.RABBITMQ)
class PartitionsIT {

  private static final int PARTITIONS = 4;
  private static final int GAMES = 40;

  private final ReceivedEvents moves = new ReceivedEvents();
  private final AtomicInteger publishedMoves = new AtomicInteger();

  @Test
  void spreadsTheKeysOverAllPartitions(ContractBus bus, ConnectionFactory broker) throws Exception {
    String queue = partitioned(bus, new Instance());
    bus.start();
    bus.stopConsuming();
    Games.publish(bus, GAMES, 5);

    try (Connection connection = broker.newConnection();
        Channel channel = connection.createChannel()) {
      for (int partition = 1; partition <= PARTITIONS; partition++) {
        assertThat(channel.messageCount(queue + "." + partition)).isPositive();
      }
    }
  }

  @Test
  void keepsTheOrderAndRepeatsNothingWhileInstancesJoinAndLeave(ContractBus bus) throws Exception {
    Instance first = new Instance();
    Instance second = new Instance();
    Instance third = new Instance();
    String queue = partitioned(bus, first);
    bus.start();
    CompletableFuture<Void> enough = new CompletableFuture<>();
    Thread publisher = publishUntil(bus, enough);
    first.awaitSome();

    try (ContractBus joining = another(bus, queue, second);
        ContractBus last = another(bus, queue, third)) {
      joining.start();
      last.start();
      second.awaitSome();
      third.awaitSome();
      bus.stopConsuming();
      int soFar = second.handled();
      await().untilAsserted(() -> assertThat(second.handled()).isGreaterThan(soFar));
      enough.complete(null);
      publisher.join();
      int movesEach = publishedMoves.get();
      await().untilAsserted(() -> assertThat(moves.all()).hasSize(GAMES * movesEach));
      Games.assertAllInOrder(moves.payloads(bus.events.move), GAMES, movesEach);
    }
  }

  @Test
  void keepsTheOrderWhenAnInstanceIsCutOff(ContractBus bus) throws Exception {
    Instance first = new Instance();
    Instance second = new Instance();
    CuttableProxy wire = bus.cuttableConsuming();
    String queue = partitioned(bus, first);
    bus.start();
    CompletableFuture<Void> enough = new CompletableFuture<>();
    Thread publisher = publishUntil(bus, enough);
    first.awaitSome();

    try (ContractBus another = another(bus, queue, second).start()) {
      second.awaitSome();
      wire.cutOnce();
      int soFar = first.handled();
      await().untilAsserted(() -> assertThat(first.handled()).isGreaterThan(soFar));
      wire.cut();
      int before = second.handled();
      await().untilAsserted(() -> assertThat(second.handled()).isGreaterThan(before + 100));
      enough.complete(null);
      publisher.join();
      int movesEach = publishedMoves.get();
      await()
          .untilAsserted(() -> assertThat(Set.copyOf(moves.payloads(another.events.move)))
              .hasSize(GAMES * movesEach));
      Games.assertAllInOrder(moves.payloads(bus.events.move), GAMES, movesEach);
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

  /** Publishes move after move of all games, until told to stop. */
  private Thread publishUntil(ContractBus bus, CompletableFuture<?> stop) {
    Thread publisher = new Thread(() -> {
      while (!stop.isDone()) {
        int number = publishedMoves.get();
        Games.assertAllSafe(IntStream.range(0, GAMES)
            .mapToObj(
                game -> bus.publisher().publishAsync(bus.events.move, new Move("g" + game, number)))
            .toList());
        publishedMoves.incrementAndGet();
      }
    });
    publisher.start();
    return publisher;
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

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(60));
  }

  /** Records for all, and counts for itself. */
  private final class Instance implements EventHandler {

    private final AtomicInteger handled = new AtomicInteger();

    @Override
    public void handle(Event<?> event) {
      moves.handle(event);
      handled.incrementAndGet();
    }

    int handled() {
      return handled.get();
    }

    void awaitSome() {
      await().untilAsserted(() -> assertThat(handled.get()).isGreaterThan(50));
    }
  }
}
