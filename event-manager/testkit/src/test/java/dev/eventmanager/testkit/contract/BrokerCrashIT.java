package dev.eventmanager.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.testkit.broker.PrivateRabbitMq;
import dev.eventmanager.testkit.broker.VirtualHost;
import dev.eventmanager.testkit.probe.ReceivedEvents;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

      List<CompletableFuture<PublishOutcome>> outcomes = new ArrayList<>();
      for (int number = 0; number < MOVES_EACH; number++) {
        for (int game = 0; game < GAMES; game++) {
          Move move = new Move("g" + game, number);
          outcomes.add(bus.publisher().publishAsync(bus.events.move, move));
        }
        if (number == MOVES_EACH / 2) {
          broker.crashAndRestart();
        }
      }

      Games.assertAllSafe(outcomes);
      Awaitility.await()
          .atMost(Duration.ofSeconds(90))
          .untilAsserted(() -> assertThat(Set.copyOf(moves.payloads(bus.events.move)))
              .hasSize(20 + GAMES * MOVES_EACH));
      Games.assertAllInOrder(moves.payloads(bus.events.move), GAMES, MOVES_EACH);
    }
  }
}
