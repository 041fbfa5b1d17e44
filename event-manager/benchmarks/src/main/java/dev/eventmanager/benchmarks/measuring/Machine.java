package dev.eventmanager.benchmarks.measuring;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.eventmanager.jdbc.schema.EventManagerSchema;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.publish.PublishSettings;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Option;

/** The database and the broker that a benchmark runs on, each with a place of its own in it. */
public final class Machine {

  public static final String EXCHANGE = "benchmark";
  private static final String QUEUE = "benchmark";
  private static final int CONNECTIONS = 20;
  private static final String INIT = "set search_path to benchmark";

  @Option(
      names = "--postgres",
      paramLabel = "URL",
      defaultValue = "jdbc:postgresql://localhost:5432/postgres?user=postgres",
      description = "PostgreSQL to measure on; default ${DEFAULT-VALUE}.")
  private String postgres = "";

  @Option(
      names = "--rabbitmq",
      paramLabel = "URI",
      defaultValue = "amqp://guest:guest@localhost:5672",
      description = "RabbitMQ to measure on; default ${DEFAULT-VALUE}.")
  private URI rabbitmq = URI.create("amqp://localhost");

  /** A pool on a new schema with the library's tables. */
  public HikariDataSource database() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(postgres);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionInitSql(INIT);
    HikariDataSource dataSource = new HikariDataSource(config);
    JdbcClient jdbc = JdbcClient.create(dataSource);
    jdbc.sql("drop schema if exists benchmark cascade").update();
    jdbc.sql("create schema benchmark").update();
    new EventManagerSchema(dataSource).migrate();
    return dataSource;
  }

  /** What has a bridge use PostgreSQL, with a new schema of its own. */
  public Map<String, Object> bridgeOnPostgres() {
    try (HikariDataSource fresh = database()) {
      return Map.of(
          "spring.datasource.url", postgres, "spring.datasource.hikari.connection-init-sql", INIT);
    }
  }

  /** What has a bridge use a file, as it does by default; a new one. */
  public static Map<String, Object> bridgeOnFile() throws IOException {
    return Map.of("bridge.data", Files.createTempDirectory("benchmark").toString());
  }

  public static TransactionTemplate transactions(HikariDataSource dataSource) {
    return new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /** The library's way to the broker. */
  public RabbitTransport broker() {
    return broker(rabbitmq);
  }

  /** Where the broker is. */
  public URI rabbitmq() {
    return rabbitmq;
  }

  /** Deletes a queue with all that it holds. */
  public void deleteQueue(String queue) throws Exception {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setUri(rabbitmq);
    try (Connection connection = factory.newConnection("benchmark");
        Channel channel = connection.createChannel()) {
      channel.queueDelete(queue);
    }
  }

  /** The same where nobody answers. */
  public RabbitTransport absentBroker() {
    return broker(URI.create("amqp://localhost:1"));
  }

  private static RabbitTransport broker(URI uri) {
    CachingConnectionFactory factory = new CachingConnectionFactory(uri);
    return RabbitTransport.open(new BrokerConnections(factory), PublishSettings.standard());
  }

  /** A connection whose consumer takes every event from a new quorum queue, and tells its id. */
  public Connection consume(Consumer<String> eventIds) throws Exception {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setUri(rabbitmq);
    Connection connection = factory.newConnection("benchmark");
    Channel channel = connection.createChannel();
    channel.exchangeDeclare(EXCHANGE, "topic", true);
    channel.queueDelete(QUEUE);
    channel.queueDeclare(QUEUE, true, false, false, Map.of("x-queue-type", "quorum"));
    channel.queueBind(QUEUE, EXCHANGE, "#");
    channel.basicConsume(
        QUEUE,
        true,
        (tag, message) -> eventIds.accept(message.getProperties().getMessageId()),
        tag -> {});
    return connection;
  }

  /** What else the machine is busy with belongs to every figure. */
  public static void printLoad() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    print("%d processors, load average %.1f", Runtime.getRuntime().availableProcessors(), load);
  }

  public static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }

  /** What a thread of a benchmark does; its failure ends the benchmark. */
  public static void run(Callable<?> work) {
    try {
      work.call();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }
}
