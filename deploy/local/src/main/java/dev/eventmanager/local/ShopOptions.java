package dev.eventmanager.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of {@code ./run}. */
final class ShopOptions {

  @Option(
      names = "--rabbitmq",
      paramLabel = "URI",
      defaultValue = "${env:SHOP_RABBITMQ}",
      description =
          "A RabbitMQ of your own, as amqp://user:password@host:5672/vhost (or SHOP_RABBITMQ).")
  private @Nullable URI rabbitmq;

  @Option(
      names = "--postgres",
      paramLabel = "URL",
      defaultValue = "${env:SHOP_POSTGRES}",
      description =
          "A PostgreSQL of your own, as jdbc:postgresql://host:5432/database?user=u&password=p"
              + " (or SHOP_POSTGRES); each service makes a schema there.")
  private @Nullable String postgres;

  @Option(
      names = "--sqs",
      paramLabel = "URI",
      defaultValue = "${env:SHOP_SQS}",
      description =
          "An SQS endpoint of your own (or SHOP_SQS), with the credentials of the AWS environment"
              + " variables or profile.")
  private @Nullable URI sqs;

  @Option(names = "--no-demo", description = "Place no orders; only start and show what happens.")
  private boolean noDemo;

  @Option(
      names = "--measure",
      paramLabel = "N",
      converter = WholeNumber.Count.class,
      description =
          "Place N orders one by one, print how long each took from POST to its event handled in"
              + " both other services, and end.")
  private int measure;

  @Option(
      names = "--order-port",
      paramLabel = "PORT",
      converter = WholeNumber.ServicePort.class,
      defaultValue = "8081",
      description = "Port of order-service (${DEFAULT-VALUE}).")
  private int orderPort;

  @Option(
      names = "--billing-port",
      paramLabel = "PORT",
      converter = WholeNumber.ServicePort.class,
      defaultValue = "8082",
      description = "Port of billing-service (${DEFAULT-VALUE}).")
  private int billingPort;

  @Option(
      names = "--logistic-port",
      paramLabel = "PORT",
      converter = WholeNumber.ServicePort.class,
      defaultValue = "8083",
      description = "Port of logistic-service (${DEFAULT-VALUE}).")
  private int logisticPort;

  @Option(
      names = "--bridge-port",
      paramLabel = "PORT",
      converter = WholeNumber.ServicePort.class,
      defaultValue = "8084",
      description = "Port of the bridge (${DEFAULT-VALUE}).")
  private int bridgePort;

  @Option(
      names = "--broker-port",
      paramLabel = "PORT",
      converter = WholeNumber.Port.class,
      defaultValue = "5673",
      description = "Port of the embedded broker (${DEFAULT-VALUE}).")
  private int brokerPort;

  @Option(
      names = "--sqs-port",
      paramLabel = "PORT",
      converter = WholeNumber.Port.class,
      defaultValue = "9324",
      description = "Port of the embedded SQS (${DEFAULT-VALUE}).")
  private int sqsPort;

  boolean demonstrates() {
    return !noDemo;
  }

  /** How many orders to measure; none unless that was asked for. */
  int measuredOrders() {
    return measure;
  }

  ShopSettings settings() {
    Path home = Path.of(System.getProperty("shop.home", ".")).toAbsolutePath().normalize();
    String state = System.getProperty("shop.state", home.resolve(".run").toString());
    return new ShopSettings(
        home,
        Path.of(state),
        new ShopPorts(orderPort, billingPort, logisticPort, bridgePort, brokerPort, sqsPort),
        Optional.ofNullable(rabbitmq),
        Optional.ofNullable(postgres),
        Optional.ofNullable(sqs),
        Map.of());
  }
}
