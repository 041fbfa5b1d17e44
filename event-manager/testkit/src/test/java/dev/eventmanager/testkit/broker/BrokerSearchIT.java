package dev.eventmanager.testkit.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerSearchIT {
  private final List<String> printed = new ArrayList<>();

  @Test
  void takesTheAddressThatIsGiven() {
    try (EmbeddedBroker running = EmbeddedBroker.start(0)) {
      Map<String, String> environment =
          Map.of(TestBrokerSettings.ADDRESS, running.uri().toString());
      try (TestBroker found = search(environment).find()) {
        assertThat(found.uri()).isEqualTo(running.uri());
        assertThat(printed)
            .singleElement()
            .asString()
            .contains("Qpid Broker-J", "127.0.0.1:" + running.port(), "as given")
            .doesNotContain("guest:guest");
      }
    }
  }

  @Test
  void refusesAGivenAddressWhereNobodyAnswers() {
    int port;
    try (EmbeddedBroker gone = EmbeddedBroker.start(0)) {
      port = gone.port();
    }
    Map<String, String> environment =
        Map.of(TestBrokerSettings.ADDRESS, "amqp://guest:guest@127.0.0.1:" + port);
    assertThatThrownBy(() -> search(environment).find())
        .isInstanceOf(BrokerUnavailableException.class)
        .hasMessageContaining("no broker answers at 127.0.0.1:" + port)
        .hasMessageContaining("start it, correct the address, or unset it");
  }

  @Test
  void refusesTheEmbeddedBrokerWhereRabbitMqIsRequired() {
    try (EmbeddedBroker running = EmbeddedBroker.start(0)) {
      Map<String, String> environment = Map.of(
          TestBrokerSettings.ADDRESS,
          running.uri().toString(),
          TestBrokerSettings.REQUIRE_RABBITMQ,
          "true");
      assertThatThrownBy(() -> search(environment).find())
          .isInstanceOf(BrokerUnavailableException.class)
          .hasMessageContaining("EVENT_MANAGER_TEST_REQUIRE_RABBITMQ is true")
          .hasMessageContaining("is no RabbitMQ");
    }
  }

  private BrokerSearch search(Map<String, String> environment) {
    return new BrokerSearch(TestBrokerSettings.from(name -> null, environment::get), printed::add);
  }
}
