package dev.eventmanager.testkit.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Needs nothing but this JVM, hence not an IT. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedBrokerTest {
  private EmbeddedBroker broker;

  @BeforeAll
  void start() {
    broker = EmbeddedBroker.start(0);
  }

  @AfterAll
  void stop() {
    broker.close();
  }

  @Test
  void confirmsAndDeliversWhatIsPublished() throws Exception {
    try (Connection connection = connect(broker);
        Channel channel = connection.createChannel()) {
      channel.exchangeDeclare("order", "topic", true);
      channel.queueDeclare("billing_order", true, false, false, null);
      channel.queueBind("billing_order", "order", "order.*.submit");
      channel.confirmSelect();
      channel.basicPublish(
          "order", "order.v1.submit", true, null, "{}".getBytes(StandardCharsets.UTF_8));
      channel.waitForConfirmsOrDie(5_000);
      assertThat(channel.basicGet("billing_order", true).getBody()).asString().isEqualTo("{}");
    }
  }

  @Test
  void takesArgumentsThatOnlyRabbitMqKnows() throws Exception {
    try (Connection connection = connect(broker);
        Channel channel = connection.createChannel()) {
      Map<String, Object> arguments = Map.of("x-queue-type", "quorum", "x-delivery-limit", 5);
      assertThat(channel.queueDeclare("quorum", true, false, false, arguments).getQueue())
          .isEqualTo("quorum");
    }
  }

  @Test
  void keepsVirtualHostsApart() throws Exception {
    try (VirtualHost one = broker.openVirtualHost("one");
        VirtualHost other = broker.openVirtualHost("one");
        Connection inOne = one.connectionFactory().newConnection();
        Connection inOther = other.connectionFactory().newConnection()) {
      inOne.createChannel().queueDeclare("only_here", true, false, false, null);
      assertThat(one.uri()).isNotEqualTo(other.uri());
      assertThatThrownBy(() -> inOther.createChannel().queueDeclarePassive("only_here"))
          .hasRootCauseInstanceOf(ShutdownSignalException.class)
          .hasStackTraceContaining("404");
    }
  }

  @Test
  void namesTheTakenPort() {
    assertThatThrownBy(() -> EmbeddedBroker.start(broker.port()))
        .isInstanceOf(BrokerUnavailableException.class)
        .hasMessageContaining("cannot listen on port " + broker.port());
  }

  private static Connection connect(EmbeddedBroker broker) throws Exception {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setUri(broker.uri());
    return factory.newConnection();
  }
}
