package dev.eventmanager.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.PublishOutcome.Confirmed;
import dev.eventmanager.PublishOutcome.Rejected;
import dev.eventmanager.testkit.broker.PrivateRabbitMq;
import dev.eventmanager.testkit.broker.VirtualHost;
import dev.eventmanager.testkit.probe.ReceivedEvents;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A broker that is killed, as by a power cut, under publishers and consumers at work. */
class BrokerCrashIT {
  private static final int GAMES = 10;
  private static final int MOVES_EACH = 60;

  @Test
  void losesNothingAndKeepsTheOrderThroughACrashOfTheBroker() {
    Optional<Path> server = PrivateRabbitMq.findServer();
    assumeThat(server).as("a rabbitmq-server on this machine").isPresent();
    try (PrivateRabbitMq broker = PrivateRabbitMq.start(server.orElseThrow());
        VirtualHost virtualHost = broker.openVirtualHost("crash");
        ContractBus bus = ContractBus.on(virtualHost)) {
      ReceivedEvents moves = bus.recordingMoves();
      bus.publishing(settings -> settings.confirmTimeout(Duration.ofSeconds(90)))
          .start();
      Games.publish(bus, "before", 20);

      Map<Move, CompletableFuture<PublishOutcome>> outcomes = new LinkedHashMap<>();
      for (int number = 0; number < MOVES_EACH; number++) {
        for (int game = 0; game < GAMES; game++) {
          Move move = new Move("g" + game, number);
          outcomes.put(move, bus.publisher().publishAsync(bus.events.move, move));
        }
        if (number == MOVES_EACH / 2) {
          broker.crashAndRestart();
        }
      }

      // A quorum queue that comes up may refuse some; the publisher is told, and nothing else is
      // lost.
      assertThat(outcomes.values())
          .allSatisfy(outcome ->
              assertThat(outcome.join()).isInstanceOfAny(Confirmed.class, Rejected.class));
      List<Move> confirmed = outcomes.keySet().stream()
          .filter(move -> outcomes.get(move).join().isSafe())
          .toList();
      Awaitility.await()
          .atMost(Duration.ofSeconds(90))
          .untilAsserted(() -> assertThat(moves.payloads(bus.events.move)).containsAll(confirmed));
      for (int game = 0; game < GAMES; game++) {
        Games.assertAscending(moves.payloads(bus.events.move), "g" + game);
      }
    }
  }
}
