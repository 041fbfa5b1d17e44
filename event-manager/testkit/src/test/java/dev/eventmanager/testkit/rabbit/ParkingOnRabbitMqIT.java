package dev.eventmanager.testkit.rabbit;

import static dev.eventmanager.testkit.rabbit.BusFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.rabbit.parking.ParkedQueues;
import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@WithBroker(BrokerKind.RABBITMQ)
class ParkingOnRabbitMqIT extends ParkingOnAQueue {

  /** The net under everything else; the embedded broker knows no such limit. */
  @Test
  void keepsWhatComesBackAgainAndAgainOnTheParkedQueue() throws Exception {
    bus.fill(1, 1);
    ParkedQueues parked = new ParkedQueues(bus.connections);
    AtomicInteger returns = new AtomicInteger();
    bus.plain.basicQos(1);
    bus.plain.basicConsume(
        bus.queue,
        false,
        (tag, delivery) -> {
          returns.incrementAndGet();
          bus.plain.basicReject(delivery.getEnvelope().getDeliveryTag(), true);
        },
        tag -> {});

    await().until(() -> parked.count(bus.queue) == 1);

    assertThat(returns).hasValueGreaterThanOrEqualTo(1_000);
    assertThat(bus.waiting()).isZero();
  }
}
