package dev.eventmanager.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.testkit.probe.ReceivedEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The order that is kept: that of a key, whichever instances come and go; and that none is kept
 * between keys. What happens when an instance is cut off is in {@link ConnectionLossContract}.
 */
public interface OrderContract {

  @Test
  default void handlesTheEventsOfAKeyInTheirOrder(ContractBus bus) {
    ReceivedEvents moves = bus.recordingMoves();
    bus.start();
    Games.publish(bus, 20, 50);
    moves.awaitCount(20 * 50);
    Games.assertAllInOrder(moves.payloads(bus.events.move), 20, 50);
  }

  @Test
  default void handlesKeysInParallel(ContractBus bus) {
    CyclicBarrier bothAreBeingHandled = new CyclicBarrier(2);
    ReceivedEvents moves = new ReceivedEvents();
    bus.handlingMoves(event -> {
      bothAreBeingHandled.await(10, TimeUnit.SECONDS);
      moves.handle(event);
    });
    bus.start();
    Games.publish(bus, 2, 1);
    moves.awaitCount(2);
    assertThat(bus.parked.all()).isEmpty();
  }

  @Test
  default void goesOnWithOtherKeysWhileOneIsSlow(ContractBus bus) {
    CountDownLatch release = new CountDownLatch(1);
    ReceivedEvents moves = new ReceivedEvents();
    bus.handlingMoves(event -> {
      if (event.metadata().orderingKey().equals("slow")) {
        release.await();
      }
      moves.handle(event);
    });
    bus.start();
    Games.publish(bus, "slow", 30);
    Games.publish(bus, 5, 10);
    moves.awaitCount(5 * 10);
    assertThat(moves.payloads(bus.events.move)).extracting(Move::game).doesNotContain("slow");
    release.countDown();
    moves.awaitCount(5 * 10 + 30);
    Games.assertInOrder(moves.payloads(bus.events.move), "slow", 30);
  }

  @Test
  default void keepsTheOrderAndRepeatsNothingThroughARollingRestart(ContractBus bus) {
    ReceivedEvents moves = new ReceivedEvents();
    String queue = bus.handlingMoves(moves);
    bus.start();
    List<ContractBus> instances = new ArrayList<>();
    try (SteadyGames games = SteadyGames.on(bus)) {
      for (int number = 0; number < 3; number++) {
        instances.add(bus.anotherInstance()
            .handling(queue, bus.events.on("*.move"), moves)
            .start());
      }
      moves.awaitCount(100);
      bus.stopConsuming();
      for (int restarted = 0; restarted < 2; restarted++) {
        moves.awaitCount(moves.all().size() + 100);
        instances.get(restarted).stopConsuming();
        instances.add(bus.anotherInstance()
            .handling(queue, bus.events.on("*.move"), moves)
            .start());
      }
      int all = games.endAllHandledInOrder(moves);
      assertThat(moves.all()).as("each once").hasSize(all);
    } finally {
      instances.forEach(ContractBus::close);
    }
  }

  @Test
  default void goesOnWithOtherKeysWhileOneFails(ContractBus bus) {
    ReceivedEvents moves = new ReceivedEvents();
    bus.handlingMoves(event -> {
      if (event.metadata().orderingKey().equals("failing")) {
        throw new IllegalStateException("the board is on fire");
      }
      moves.handle(event);
    });
    bus.start();
    Games.publish(bus, "failing", 30);
    Games.publish(bus, 5, 10);
    moves.awaitCount(5 * 10);
    Games.assertAllInOrder(moves.payloads(bus.events.move), 5, 10);
  }
}
