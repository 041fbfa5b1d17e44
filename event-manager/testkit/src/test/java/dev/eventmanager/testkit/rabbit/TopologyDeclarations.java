package dev.eventmanager.testkit.rabbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.rabbitmq.client.BuiltinExchangeType;
import dev.eventmanager.PublishOutcome.Confirmed;
import dev.eventmanager.rabbit.topology.Topology;
import dev.eventmanager.rabbit.topology.TopologyDeclarer;
import dev.eventmanager.rabbit.topology.TopologyException;
import dev.eventmanager.routing.Binding;
import dev.eventmanager.routing.BindingKey;
import dev.eventmanager.testkit.broker.VirtualHost;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is declared, and what is said when something else stands there. */
abstract class TopologyDeclarations {

  BusFixture bus;

  @BeforeEach
  void open(VirtualHost virtualHost) throws Exception {
    bus = new BusFixture(virtualHost);
  }

  @AfterEach
  void close() throws Exception {
    bus.close();
  }

  @Test
  void changesNothingWhenDeclaredAgain() {
    bus.fill(3, 1);

    bus.topology.declare();

    assertThatCode(() -> bus.take(3)).doesNotThrowAnyException();
  }

  @Test
  void declaresAQueueForWhatIsParked() {
    assertThat(bus.transport()
            .sendToQueue(Topology.parkedQueue(bus.queue), bus.event("a", 1), Map.of())
            .join())
        .isInstanceOf(Confirmed.class);
  }

  @Test
  void tellsWhatIsWrongWithAnExchangeOfAnotherType(VirtualHost virtualHost) throws Exception {
    String fanout = virtualHost.freshName("fanout");
    bus.plain.exchangeDeclare(fanout, BuiltinExchangeType.FANOUT, true);

    TopologyException refused = refused(Topology.builder().exchange(fanout).build());

    assertThat(refused)
        .hasMessageContaining("exchange \"%s\"".formatted(fanout))
        .hasMessageContaining("declared topic, durable")
        .hasMessageContaining("fanout");
  }

  @Test
  void bindsNothingToAQueueThatCouldNotBeDeclared(VirtualHost virtualHost) throws Exception {
    String fanout = virtualHost.freshName("fanout");
    bus.plain.exchangeDeclare(fanout, BuiltinExchangeType.FANOUT, true);

    TopologyException refused = refused(Topology.builder()
        .binding(new Binding(fanout, BindingKey.of("#"), bus.queue))
        .build());

    assertThat(refused.problems()).hasSize(1);
  }

  TopologyException refused(Topology topology) {
    TopologyDeclarer declarer = new TopologyDeclarer(bus.connections, topology);
    return catchThrowableOfType(TopologyException.class, declarer::declare);
  }
}
