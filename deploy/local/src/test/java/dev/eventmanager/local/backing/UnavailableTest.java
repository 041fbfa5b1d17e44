package dev.eventmanager.local.backing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.testkit.broker.FreePorts;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever is missing is said in one line that names it and the flag to change. */
class UnavailableTest {

  @Test
  void namesATakenPortAndItsFlag() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThatThrownBy(() -> Ports.requireFree(Map.of("--order-port", taken.getLocalPort())))
          .isInstanceOf(UnavailableException.class)
          .hasMessageContaining("Port " + taken.getLocalPort() + " is taken")
          .hasMessageContaining("--order-port");
    }
  }

  @Test
  void namesBothFlagsThatWantOnePort() {
    int port = FreePorts.one();

    assertThatThrownBy(() ->
            Ports.requireFree(new TreeMap<>(Map.of("--order-port", port, "--sqs-port", port))))
        .isInstanceOf(UnavailableException.class)
        .hasMessage(
            "Port %d is wanted twice, by --order-port and by --sqs-port. Choose another for one."
                .formatted(port));
  }

  @Test
  void acceptsAFreePort() {
    assertThatCode(() -> Ports.requireFree(Map.of("--order-port", FreePorts.one())))
        .doesNotThrowAnyException();
  }

  @Test
  void namesARabbitMqThatDoesNotAnswerWithoutItsPassword() throws IOException {
    URI nobody = URI.create("amqp://shop:secret@127.0.0.1:" + FreePorts.one());

    assertThatThrownBy(() -> Broker.at(nobody))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("amqp://shop:***@127.0.0.1")
        .hasMessageContaining("--rabbitmq")
        .hasMessageNotContaining("secret");
  }

  @Test
  void namesAPostgresThatDoesNotAnswerWithoutItsPassword() throws IOException {
    String url = "jdbc:postgresql://127.0.0.1:%d/shop?password=secret".formatted(FreePorts.one());

    assertThatThrownBy(() -> new Databases.Postgres(url).prepare("order-service"))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("--postgres")
        .hasMessageNotContaining("secret");
  }

  @Test
  void namesAnSqsThatDoesNotAnswer() throws IOException {
    URI nobody = URI.create("http://127.0.0.1:" + FreePorts.one());

    assertThatThrownBy(() -> Sqs.at(nobody))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining(nobody.toString())
        .hasMessageContaining("--sqs");
  }
}
