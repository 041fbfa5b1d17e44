package dev.eventmanager.testkit.rabbit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.PublishOutcome.Confirmed;
import dev.eventmanager.PublishOutcome.Rejected;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;
import dev.eventmanager.testkit.broker.VirtualHost;
import java.util.Map;
import org.junit.jupiter.api.Test;

@WithBroker(BrokerKind.RABBITMQ)
class PublishingOnRabbitMqIT extends PublishingFaults {

  @Test
  void rejectsAndDoesNotRepeatWhatTheBrokerRefuses(VirtualHost virtualHost) throws Exception {
    String full = virtualHost.freshName("full");
    bus.plain.queueDeclare(
        full, true, false, false, Map.of("x-max-length", 1, "x-overflow", "reject-publish"));
    RabbitTransport transport = bus.transport();
    assertThat(transport.sendToQueue(full, bus.event("a", 1), Map.of()).join())
        .isInstanceOf(Confirmed.class);

    assertThat(transport.sendToQueue(full, bus.event("a", 2), Map.of()).join())
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.reason()).contains("refused"));
    assertThat(bus.plain.messageCount(full)).isEqualTo(1);
  }
}
