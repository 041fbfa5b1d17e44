package dev.eventmanager.local;

import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.testkit.broker.PrivateRabbitMq;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Properties;

/** A private RabbitMQ with the users, permissions and exchanges of deploy/compose. */
final class ComposedRabbitMq implements AutoCloseable {

  private static final Path COMPOSE =
      Path.of(System.getProperty("shop.home")).resolve("deploy/compose");

  private final PrivateRabbitMq node;
  private final Properties passwords = new Properties();

  private ComposedRabbitMq(PrivateRabbitMq node) {
    this.node = node;
  }

  static ComposedRabbitMq start(Path server) throws IOException, InterruptedException {
    ComposedRabbitMq broker = new ComposedRabbitMq(PrivateRabbitMq.start(server));
    broker.importDefinitions();
    try (Reader environment = Files.newBufferedReader(COMPOSE.resolve(".env"))) {
      broker.passwords.load(environment);
    }
    return broker;
  }

  private void importDefinitions() throws IOException, InterruptedException {
    URI management = node.managementUri();
    byte[] user = management.getUserInfo().getBytes(StandardCharsets.UTF_8);
    HttpRequest request = HttpRequest.newBuilder(management.resolve("/api/definitions"))
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(user))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofFile(COMPOSE.resolve("rabbitmq/definitions.json")))
        .build();
    HttpResponse<String> answer = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .build()
        .send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException("RabbitMQ refused definitions.json: " + answer.body());
    }
  }

  /** The address as one of the users, with the password that .env has for it. */
  URI uri(String user) {
    String password =
        passwords.getProperty("RABBITMQ_%s_PASSWORD".formatted(user.toUpperCase(Locale.ROOT)));
    return URI.create(
        "amqp://%s:%s@127.0.0.1:%d/shop".formatted(user, password, node.uri().getPort()));
  }

  ConnectionFactory connectionFactory(String user) {
    ConnectionFactory factory = new ConnectionFactory();
    try {
      factory.setUri(uri(user));
    } catch (Exception e) {
      throw new IllegalStateException("no AMQP address: " + uri(user), e);
    }
    factory.setAutomaticRecoveryEnabled(false);
    return factory;
  }

  @Override
  public void close() {
    node.close();
  }
}
