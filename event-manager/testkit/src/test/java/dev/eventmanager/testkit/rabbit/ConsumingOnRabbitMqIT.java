package dev.eventmanager.testkit.rabbit;

import static dev.eventmanager.testkit.rabbit.BusFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.rabbit.consume.ConsumerStatus.State;
import dev.eventmanager.rabbit.consume.QueueConsumers;
import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;
import org.junit.jupiter.api.Test;

@WithBroker(BrokerKind.RABBITMQ)
class ConsumingOnRabbitMqIT extends ConsumingFaults {

  /** The embedded broker does not tell a consumer that its queue is gone. */
  @Test
  void declaresADeletedQueueAgainAndResumes() throws Exception {
    QueueConsumers consumer = bus.consumer(pooled());
    bus.fill(5, 2);
    handled.awaitAll(5);

    bus.plain.queueDelete(bus.queue);
    await().until(() -> consumer.status().lastProblem().isPresent());
    await().until(() -> consumer.status().state() == State.CONSUMING);

    bus.fill(5, 2);
    handled.awaitAll(10);
    assertThat(handled.repeated()).isZero();
  }
}
