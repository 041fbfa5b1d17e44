package dev.eventmanager.rabbit.topology;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.management.BrokerState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;

/** Single declarations; each tells the problem, if the broker has one with it. Thread-safe. */
final class Declarations {

  static final String EXCHANGE_ADVICE =
      "delete the exchange once nobody uses it and start again, or use another name";

  private static final String SPREADING = "x-consistent-hash";
  private static final String SPREADING_PLUGIN = "rabbitmq_consistent_hash_exchange";

  private final BrokerConnections connections;

  Declarations(BrokerConnections connections) {
    this.connections = connections;
  }

  boolean onRabbitMq() {
    return BrokerConnections.isRabbitMq(connections.consuming());
  }

  /** An exchange of another service may stand there already, and not be ours to declare. */
  Optional<TopologyProblem> topicExchange(String name) {
    Optional<Refusal> refusal =
        attempt(channel -> channel.exchangeDeclare(name, BuiltinExchangeType.TOPIC, true));
    if (refusal.filter(Refusal::isAccessRefused).isPresent()) {
      refusal = attempt(channel -> channel.exchangeDeclarePassive(name));
    }
    return refusal.map(refused -> exchangeProblem(
        name,
        "topic",
        refused,
        refused.isNotFound()
            ? "start the service that publishes to it, or allow this user to configure it"
            : EXCHANGE_ADVICE));
  }

  /** One of those below, by its type. */
  Optional<TopologyProblem> exchange(BrokerState.Exchange exchange) {
    return switch (exchange.type()) {
      case "fanout" -> parkingExchange(exchange.name());
      case SPREADING -> spreadingExchange(exchange.name());
      default -> topicExchange(exchange.name());
    };
  }

  /** The exchange by which the broker moves to a queue of the same name. */
  Optional<TopologyProblem> parkingExchange(String name) {
    return attempt(channel -> channel.exchangeDeclare(name, BuiltinExchangeType.FANOUT, true))
        .map(refused -> exchangeProblem(
            name,
            "fanout",
            refused,
            refused.isAccessRefused()
                ? "allow this user to configure it"
                : "delete the exchange and start again"));
  }

  /** The exchange that spreads ordering keys over partitions; a plugin of RabbitMQ. */
  Optional<TopologyProblem> spreadingExchange(String name) {
    Map<String, Object> arguments = Arguments.ofSpreadingExchange();
    return attempt(channel -> channel.exchangeDeclare(name, SPREADING, true, false, arguments))
        .map(refused ->
            exchangeProblem(name, SPREADING + ", " + arguments, refused, spreadingAdvice(refused)));
  }

  private static String spreadingAdvice(Refusal refused) {
    if (refused.isUnknownExchangeType()) {
      return "enable the plugin on every node (rabbitmq-plugins enable " + SPREADING_PLUGIN
          + "), or set the queue's partitions to 1";
    }
    return refused.isAccessRefused()
        ? "allow this user to configure it"
        : "delete the exchange once its queues are empty and start again";
  }

  private static TopologyProblem exchangeProblem(
      String name, String declared, Refusal refused, String advice) {
    return new TopologyProblem(
        "exchange \"%s\"".formatted(name), declared + ", durable", refused.live(), advice);
  }

  Optional<TopologyProblem> queue(String name, Map<String, Object> arguments) {
    return attempt(channel -> channel.queueDeclare(name, true, false, false, arguments))
        .map(refused -> new TopologyProblem(
            "queue \"%s\"".formatted(name),
            "durable, " + new TreeMap<>(arguments),
            refused.live(),
            queueAdvice(name, refused)));
  }

  private static String queueAdvice(String name, Refusal refused) {
    if (refused.isAccessRefused()) {
      return "allow this user to configure it, to read from it and to write to \"%s\""
          .formatted(Topology.parkedQueue(name));
    }
    // It is there, since declaring it would else have made it.
    return refused.isNotFound() ? "start the broker's node that holds it" : queueAdvice(name);
  }

  static String queueAdvice(String name) {
    return "stop its consumers, empty it and delete it (rabbitmqctl delete_queue %s), then start again"
        .formatted(name);
  }

  Optional<TopologyProblem> queueBinding(String queue, String exchange, String key) {
    return attempt(channel -> channel.queueBind(queue, exchange, key))
        .map(refused -> bindingProblem("queue", queue, exchange, key, refused));
  }

  Optional<TopologyProblem> exchangeBinding(String destination, String source, String key) {
    return attempt(channel -> channel.exchangeBind(destination, source, key))
        .map(refused -> bindingProblem("exchange", destination, source, key, refused));
  }

  /** Unbinds, for which the user needs what it needs to bind. */
  Optional<TopologyProblem> unbind(BrokerState.Binding binding) {
    String destination = binding.destination();
    return attempt(channel -> {
          if (binding.toQueue()) {
            channel.queueUnbind(
                destination, binding.source(), binding.routingKey(), binding.arguments());
          } else {
            channel.exchangeUnbind(
                destination, binding.source(), binding.routingKey(), binding.arguments());
          }
        })
        .map(refused -> bindingProblem(
            binding.toQueue() ? "queue" : "exchange",
            destination,
            binding.source(),
            binding.routingKey(),
            refused));
  }

  private static TopologyProblem bindingProblem(
      String kind, String destination, String source, String key, Refusal refused) {
    return new TopologyProblem(
        "binding %s -> %s -> %s \"%s\"".formatted(source, key, kind, destination),
        "bound",
        refused.live(),
        "allow this user to write to the %s and to read from the exchange \"%s\""
            .formatted(kind, source));
  }

  /** Whether such a queue is on the broker; one whose node is away is. */
  boolean isThere(String queue) {
    return attempt(channel -> channel.queueDeclarePassive(queue))
        .filter(Refusal::isUnknownQueue)
        .isEmpty();
  }

  boolean hasExchange(String exchange) {
    return attempt(channel -> channel.exchangeDeclarePassive(exchange))
        .filter(Refusal::isNotFound)
        .isEmpty();
  }

  /** A refusal costs the channel, so each attempt has its own. */
  private Optional<Refusal> attempt(Declaration declaration) {
    Connection connection = connections.consuming();
    try (Channel channel = connection.createChannel()) {
      declaration.on(channel);
      return Optional.empty();
    } catch (IOException | TimeoutException | RuntimeException failure) {
      return Optional.of(Refusal.of(failure).orElseThrow(() -> unreachable(failure)));
    }
  }

  private static RuntimeException unreachable(Exception failure) {
    return failure instanceof RuntimeException runtime
        ? runtime
        : new UncheckedIOException(
            "the connection to the broker was lost while declaring the topology",
            failure instanceof IOException io ? io : new IOException(failure));
  }

  @FunctionalInterface
  private interface Declaration {
    void on(Channel channel) throws IOException;
  }
}
