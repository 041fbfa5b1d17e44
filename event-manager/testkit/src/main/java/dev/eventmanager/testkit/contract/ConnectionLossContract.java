package dev.eventmanager.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.testkit.fault.CuttableProxy;
import dev.eventmanager.testkit.probe.ReceivedEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What holds when the wire breaks: nothing is lost, nothing overtaken; some may come again. */
public interface ConnectionLossContract {

  @Test
  default void losesNothingAndKeepsTheOrderWhenTheWireBreaksWhilePublishing(ContractBus bus) {
    int games = 10;
    int movesEach = 100;
    ReceivedEvents moves = bus.recordingMoves();
    CuttableProxy wire = bus.cuttablePublishing();
    bus.start();
    List<CompletableFuture<PublishOutcome>> outcomes = new ArrayList<>();
    for (int number = 0; number < movesEach; number++) {
      for (int game = 0; game < games; game++) {
        Move move = new Move("g" + game, number);
        outcomes.add(bus.publisher().publishAsync(bus.events.move, move));
      }
      if (number % 25 == 10) {
        wire.cutOnce();
      }
    }
    Games.assertAllSafe(outcomes);
    awaitDistinct(bus, moves, games * movesEach);
    Games.assertAllInOrder(moves.payloads(bus.events.move), games, movesEach);
  }

  @Test
  default void publishesWhatWasGivenToItWhileTheBrokerWasAway(ContractBus bus) {
    ReceivedEvents moves = bus.recordingMoves();
    CuttableProxy wire = bus.cuttablePublishing();
    bus.start();
    bus.publisher().publish(bus.events.move, new Move("g", 0));
    wire.cut();
    List<CompletableFuture<PublishOutcome>> outcomes = new ArrayList<>();
    for (int number = 1; number < 20; number++) {
      outcomes.add(bus.publisher().publishAsync(bus.events.move, new Move("g", number)));
    }
    wire.heal();
    Games.assertAllSafe(outcomes);
    awaitDistinct(bus, moves, 20);
    Games.assertInOrder(moves.payloads(bus.events.move), "g", 20);
  }

  @Test
  default void losesNothingAndKeepsTheOrderWhenTheWireBreaksWhileHandling(ContractBus bus) {
    int games = 8;
    int movesEach = 60;
    int prefetch = 40;
    Set<Integer> cutsAt = Set.of(50, 170, 300);
    CuttableProxy wire = bus.cuttableConsuming();
    ReceivedEvents moves = new ReceivedEvents();
    AtomicInteger handled = new AtomicInteger();
    bus.handlingMoves(event -> {
      moves.handle(event);
      if (cutsAt.contains(handled.incrementAndGet())) {
        wire.cutOnce();
      }
    });
    bus.consuming(settings -> settings.prefetch(prefetch)).start();
    Games.publish(bus, games, movesEach);
    awaitDistinct(bus, moves, games * movesEach);
    Games.assertAllInOrder(moves.payloads(bus.events.move), games, movesEach);
    assertThat(moves.all())
        .as("again came at most what was not acknowledged at each cut")
        .hasSizeLessThanOrEqualTo(games * movesEach + cutsAt.size() * prefetch);
  }

  @Test
  default void handsOverToAnotherInstanceInOrderWhenOneIsCutOff(ContractBus bus) {
    int games = 8;
    int movesEach = 40;
    CuttableProxy wire = bus.cuttableConsuming();
    ReceivedEvents moves = new ReceivedEvents();
    AtomicInteger handledByTheFirst = new AtomicInteger();
    String queue = bus.handlingMoves(event -> {
      moves.handle(event);
      if (handledByTheFirst.incrementAndGet() == 60) {
        wire.cut();
      }
    });
    bus.start();
    Games.publish(bus, "before", 1);
    moves.awaitCount(1); // so the first instance is the one that consumes
    try (ContractBus another = bus.anotherInstance()) {
      another.handling(queue, bus.events.on("*.move"), moves).start();
      Games.publish(bus, games, movesEach);
      awaitDistinct(bus, moves, 1 + games * movesEach);
    }
    assertThat(handledByTheFirst.get()).isGreaterThanOrEqualTo(60);
    Games.assertAllInOrder(moves.payloads(bus.events.move), games, movesEach);
  }

  private static void awaitDistinct(ContractBus bus, ReceivedEvents moves, int count) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(Set.copyOf(moves.payloads(bus.events.move)))
            .as("distinct moves")
            .hasSize(count));
  }
}
