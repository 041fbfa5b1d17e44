package dev.eventmanager.rabbit.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManagementApiTest {

  private HttpServer plugin;

  @BeforeEach
  void start() throws IOException {
    plugin = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    plugin.start();
  }

  @AfterEach
  void stop() {
    plugin.stop(0);
  }

  @Test
  void readsWhatStandsWithoutWhatTheBrokerHasByItself() {
    answer("/api/exchanges/the%20shop", 200, """
        [{"name":"","type":"direct","durable":true,"arguments":{}},
         {"name":"amq.topic","type":"topic","durable":true,"arguments":{}},
         {"name":"order","type":"topic","durable":true,"arguments":{}}]""");
    answer("/api/queues/the%20shop", 200, """
        [{"name":"q","durable":true,"arguments":{"x-delivery-limit":1000}}]""");
    answer("/api/bindings/the%20shop", 200, """
        [{"source":"","destination":"q","destination_type":"queue","routing_key":"q","arguments":{}},
         {"source":"order","destination":"q","destination_type":"queue","routing_key":"#","arguments":[]}]""");

    assertThat(api().read())
        .usingRecursiveComparison()
        .ignoringFields("source")
        .isEqualTo(new BrokerState(
            "",
            List.of(new BrokerState.Exchange("order", "topic", true, Map.of())),
            List.of(new BrokerState.Queue("q", true, Map.of("x-delivery-limit", 1000))),
            List.of(new BrokerState.Binding("order", "q", true, "#", Map.of()))));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          401 | {}     | does not let user "ada" in; give the user the tag "management"
          404 | {}     | knows no such virtual host
          500 | {}     | answers with status 500
          200 | <html> | does not answer in JSON
          200 | {}     | answers something else than a list of exchanges
          """)
  void saysWhereItFailedAndWhatToDo(int status, String body, String complaint) {
    answer("/", status, body);

    assertThatThrownBy(() -> api().read())
        .isInstanceOf(ManagementUnavailableException.class)
        .hasMessageContaining("http://127.0.0.1:%d, virtual host \"the shop\"".formatted(port()))
        .hasMessageContaining(complaint)
        .hasMessageNotContaining("secret");
  }

  @Test
  void saysThatNothingAnswers() {
    ManagementApi api = api();
    plugin.stop(0);

    assertThatThrownBy(api::read)
        .hasMessageContaining("cannot be reached")
        .hasMessageContaining("rabbitmq-plugins enable rabbitmq_management");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:15672", "amqp://localhost", "http://", "not an address"})
  void refusesWhatIsNoAddress(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ManagementAddress.of(url, "ada", "secret", "/"))
        .withMessageContaining(url)
        .withMessageContaining("http://localhost:15672");
  }

  private ManagementApi api() {
    return new ManagementApi(ManagementAddress.of(
        "http://127.0.0.1:%d/".formatted(port()), "ada", "secret", "the shop"));
  }

  private int port() {
    return plugin.getAddress().getPort();
  }

  private void answer(String path, int status, String body) {
    plugin.createContext(URI.create(path).getPath(), exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    });
  }
}
