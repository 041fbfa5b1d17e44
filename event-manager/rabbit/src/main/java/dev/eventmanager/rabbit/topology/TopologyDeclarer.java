package dev.eventmanager.rabbit.topology;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.routing.Binding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;

/**
 * Declares a topology on the broker. Thread-safe; declaring again changes nothing.
 *
 * <p>Nothing is ever deleted or unbound.
 */
public final class TopologyDeclarer {

  private final BrokerConnections connections;
  private final Topology topology;

  public TopologyDeclarer(BrokerConnections connections, Topology topology) {
    this.connections = connections;
    this.topology = topology;
  }

  /**
   * Declares everything.
   *
   * @throws TopologyException with every problem, if the broker has something else under a name or
   *     does not allow it
   * @throws RuntimeException if the broker cannot be reached
   */
  public void declare() {
    declare(topology);
  }

  /**
   * Declares one queue with its exchanges and bindings, such as after it was deleted.
   *
   * @throws TopologyException as {@link #declare}
   * @throws RuntimeException if the broker cannot be reached
   */
  public void declareQueue(String queue) {
    declare(topology.around(queue));
  }

  private void declare(Topology part) {
    List<TopologyProblem> problems = new ArrayList<>();
    part.exchanges().forEach(each -> declareExchange(each).ifPresent(problems::add));
    boolean rabbitMq = BrokerConnections.isRabbitMq(connections.consuming());
    Map<String, Object> arguments = QueueArguments.ofEventQueue(rabbitMq);
    part.queues().forEach(each -> declareQueue(each, arguments).ifPresent(problems::add));
    Map<String, Object> parked = QueueArguments.ofParkedQueue(rabbitMq);
    part.parkedQueues().forEach(each -> declareQueue(each, parked).ifPresent(problems::add));
    if (problems.isEmpty()) {
      part.bindings().forEach(each -> bind(each).ifPresent(problems::add));
    }
    if (!problems.isEmpty()) {
      throw new TopologyException(problems);
    }
  }

  /** An exchange of another service may stand there already, and not be ours to declare. */
  private Optional<TopologyProblem> declareExchange(String name) {
    Optional<Refusal> refusal =
        attempt(channel -> channel.exchangeDeclare(name, BuiltinExchangeType.TOPIC, true));
    if (refusal.filter(Refusal::isAccessRefused).isPresent()) {
      refusal = attempt(channel -> channel.exchangeDeclarePassive(name));
    }
    return refusal.map(refused -> new TopologyProblem(
        "exchange \"%s\"".formatted(name),
        "topic, durable",
        refused.live(),
        refused.isNotFound()
            ? "start the service that publishes to it, or allow this user to configure it"
            : "delete the exchange once nobody uses it and start again, or use another name"));
  }

  private Optional<TopologyProblem> declareQueue(String name, Map<String, Object> arguments) {
    return attempt(channel -> channel.queueDeclare(name, true, false, false, arguments))
        .map(refused -> new TopologyProblem(
            "queue \"%s\"".formatted(name),
            "durable, " + new TreeMap<>(arguments),
            refused.live(),
            queueAdvice(name, refused)));
  }

  private static String queueAdvice(String name, Refusal refused) {
    if (refused.isAccessRefused()) {
      return "allow this user to configure it";
    }
    // It is there, since declaring it would else have made it.
    return refused.isNotFound()
        ? "start the broker's node that holds it"
        : "stop its consumers, empty it and delete it (rabbitmqctl delete_queue %s), then start again"
            .formatted(name);
  }

  private Optional<TopologyProblem> bind(Binding binding) {
    String pattern = binding.pattern().toString();
    return attempt(channel -> channel.queueBind(binding.queue(), binding.exchange(), pattern))
        .map(refused -> new TopologyProblem(
            "binding %s".formatted(binding),
            "bound",
            refused.live(),
            "allow this user to write to the queue and to read from the exchange"));
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
