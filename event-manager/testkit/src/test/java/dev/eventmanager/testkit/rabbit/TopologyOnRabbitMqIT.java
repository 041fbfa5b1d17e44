package dev.eventmanager.testkit.rabbit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.rabbit.topology.Topology;
import dev.eventmanager.rabbit.topology.TopologyException;
import dev.eventmanager.rabbit.topology.TopologyProblem;
import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;
import dev.eventmanager.testkit.broker.VirtualHost;
import java.util.Map;
import org.junit.jupiter.api.Test;

@WithBroker(BrokerKind.RABBITMQ)
class TopologyOnRabbitMqIT extends TopologyDeclarations {

  /** The embedded broker compares no arguments. */
  @Test
  void tellsEveryQueueThatStandsThereWithOtherArguments(VirtualHost virtualHost) throws Exception {
    String classic = virtualHost.freshName("classic");
    String unlimited = virtualHost.freshName("unlimited");
    bus.plain.queueDeclare(classic, true, false, false, Map.of());
    bus.plain.queueDeclare(unlimited, true, false, false, Map.of("x-queue-type", "quorum"));

    TopologyException refused =
        refused(Topology.builder().queue(classic).queue(unlimited).build());

    assertThat(refused.problems())
        .extracting(TopologyProblem::what)
        .containsExactlyInAnyOrder(
            "queue \"%s\"".formatted(classic), "queue \"%s\"".formatted(unlimited));
    assertThat(refused)
        .hasMessageContaining("the broker says x-")
        .hasMessageContaining("rabbitmqctl delete_queue " + classic);
  }
}
