package dev.eventmanager.benchmarks.run;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.net.URI;
import java.util.List;
import picocli.CommandLine.Option;

/** The broker that all contestants share, and the settings that are equal for all. */
public final class Broker {

  public static final int IN_FLIGHT = 1_000;
  public static final int ACKS_TOGETHER = 100;

  @Option(
      names = "--rabbitmq",
      paramLabel = "URI",
      defaultValue = "amqp://guest:guest@localhost:5672",
      description = "RabbitMQ to measure on; default ${DEFAULT-VALUE}.")
  private URI uri = URI.create("amqp://localhost");

  @Option(
      names = "--prefetch",
      defaultValue = "500",
      description =
          "Unacknowledged events of a consumer; default ${DEFAULT-VALUE}, as the library's.")
  private int prefetch;

  /** One that is not of the command line. */
  public static Broker at(URI uri, int prefetch) {
    Broker broker = new Broker();
    broker.uri = uri;
    broker.prefetch = prefetch;
    return broker;
  }

  public URI uri() {
    return uri;
  }

  public int prefetch() {
    return prefetch;
  }

  /** For another process that is to use the same. */
  public List<String> arguments() {
    return List.of("--rabbitmq", uri.toString(), "--prefetch", String.valueOf(prefetch));
  }

  public Connection connect() throws Exception {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setUri(uri);
    return factory.newConnection("end-to-end");
  }

  /** Such as {@code RabbitMQ 3.10.8}. */
  public String version() throws Exception {
    try (Connection connection = connect()) {
      return "%s %s"
          .formatted(
              connection.getServerProperties().get("product"),
              connection.getServerProperties().get("version"));
    }
  }

  /** Deletes what a contestant has left there, whatever it holds. */
  public void delete(String place) throws Exception {
    try (Connection connection = connect();
        Channel channel = connection.createChannel()) {
      for (String name : List.of(place, place + ".parked")) {
        channel.queueDelete(name);
        channel.exchangeDelete(name);
      }
    }
  }
}
