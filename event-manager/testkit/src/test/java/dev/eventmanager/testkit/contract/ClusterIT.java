package dev.eventmanager.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.eventmanager.testkit.broker.PrivateRabbitMq;
import dev.eventmanager.testkit.broker.RabbitMqCluster;
import dev.eventmanager.testkit.broker.VirtualHost;
import dev.eventmanager.testkit.probe.ReceivedEvents;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A cluster of three nodes that loses some of them, or its network, under publishers and consumers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterIT {

  private RabbitMqCluster cluster;
  private VirtualHost virtualHost;
  private ContractBus bus;
  private ReceivedEvents moves;
  private String queue;
  private SteadyGames games;

  @BeforeAll
  void startCluster() {
    Optional<Path> server = PrivateRabbitMq.findServer();
    assumeThat(server).as("a rabbitmq-server on this machine").isPresent();
    cluster = RabbitMqCluster.start(server.orElseThrow());
  }

  @AfterAll
  void stopCluster() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @BeforeEach
  void play() {
    virtualHost = cluster.openVirtualHost("cluster");
    bus = ContractBus.on(virtualHost);
    moves = new ReceivedEvents();
    queue = bus.handlingMoves(moves);
    Duration patience = Duration.ofSeconds(90);
    bus.publishing(settings -> settings.confirmTimeout(patience).roomTimeout(patience))
        .start();
    games = SteadyGames.on(bus);
    awaitMoves(10);
  }

  @AfterEach
  void stop() {
    games.close();
    bus.close();
    virtualHost.close();
  }

  @Test
  void losesNothingAndKeepsTheOrderWhileItsNodesAreKilledOneAfterTheOther() {
    String leader = cluster.leaderOf(virtualHost, queue);
    cluster.kill(leader);
    awaitMoves(50);
    assertThat(cluster.leaderOf(virtualHost, queue)).isNotEqualTo(leader);
    cluster.restart(leader);
    for (String node : cluster.nodes()) {
      if (!node.equals(leader)) {
        cluster.kill(node);
        awaitMoves(50);
        cluster.restart(node);
      }
    }

    games.endAllHandledInOrder(moves);
  }

  @Test
  void losesNothingAndKeepsTheOrderWhenTheNodeOfTheLeaderIsCutOff() {
    String leader = cluster.leaderOf(virtualHost, queue);

    cluster.partition(leader);
    await().until(() -> !cluster.takesConnections(leader));
    awaitMoves(50);
    cluster.heal();
    await().until(() -> cluster.takesConnections(leader));

    games.endAllHandledInOrder(moves);
  }

  /** Waits until so many more have been handled. */
  private void awaitMoves(int more) {
    int before = moves.all().size();
    await().until(() -> moves.all().size() >= before + more);
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(90));
  }
}
