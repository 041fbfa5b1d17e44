package dev.eventmanager.testkit.rabbit;

import static dev.eventmanager.testkit.rabbit.BusFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.rabbitmq.client.Delivery;
import dev.eventmanager.ParkReason;
import dev.eventmanager.handling.ParkedEvent;
import dev.eventmanager.rabbit.parking.RabbitParkedEvents;
import dev.eventmanager.rabbit.topology.Topology;
import dev.eventmanager.testkit.broker.VirtualHost;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where events go that cannot be handled, in a service without a database. */
abstract class ParkingOnAQueue {

  BusFixture bus;
  private RabbitParkedEvents parkedEvents;

  @BeforeEach
  void open(VirtualHost virtualHost) throws Exception {
    bus = new BusFixture(virtualHost);
    parkedEvents = new RabbitParkedEvents(bus.connections, bus.transport());
  }

  @AfterEach
  void close() throws Exception {
    bus.close();
  }

  @Test
  void keepsTheEventWithItsReason() throws Exception {
    parkedEvents.park(parkedOn(bus.queue));

    await().until(() -> parkedEvents.count(bus.queue) == 1);
    Delivery kept = keptOnParkedQueue();
    assertThat(kept.getBody()).isEqualTo(new byte[] {'7'});
    assertThat(kept.getProperties().getType()).isEqualTo("order.v1.submit");
    assertThat(kept.getProperties().getHeaders().get("parked:reason")).hasToString("MALFORMED");
    assertThat(kept.getProperties().getHeaders().get("parked:explanation"))
        .asString()
        .contains("no JSON");
  }

  @Test
  void failsWhereThereIsNoQueueToParkOn() {
    assertThatIllegalStateException()
        .isThrownBy(() -> parkedEvents.park(parkedOn("undeclared")))
        .withMessageContaining("undeclared.parked");
  }

  private Delivery keptOnParkedQueue() throws Exception {
    List<Delivery> kept = new CopyOnWriteArrayList<>();
    bus.plain.basicConsume(
        Topology.parkedQueue(bus.queue), true, (tag, delivery) -> kept.add(delivery), tag -> {});
    await().until(() -> !kept.isEmpty());
    return kept.get(0);
  }

  private ParkedEvent parkedOn(String queue) {
    return new ParkedEvent(
        queue,
        bus.event("key", 7),
        ParkReason.MALFORMED,
        0,
        Optional.of(new IllegalArgumentException("no JSON")),
        Instant.now(),
        Instant.now());
  }
}
