package dev.eventmanager.rabbit.topology;

import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.routing.Binding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Declares a topology on the broker. Thread-safe; declaring again changes nothing.
 *
 * <p>Nothing is ever deleted or unbound, and the number of a queue's partitions is never changed.
 */
public final class TopologyDeclarer {

  /** Every partition gets the same share of the keys. */
  static final String EQUAL_SHARE = "1";

  private final Declarations broker;
  private final Topology topology;
  private final LivePartitions livePartitions;
  private boolean declared = false;

  public TopologyDeclarer(BrokerConnections connections, Topology topology) {
    this.broker = new Declarations(connections);
    this.topology = topology;
    this.livePartitions = new LivePartitions(broker::isThere);
  }

  /**
   * Declares everything.
   *
   * @throws TopologyException with every problem, if the broker has something else under a name,
   *     lacks something or does not allow it
   * @throws RuntimeException if the broker cannot be reached
   */
  public synchronized void declare() {
    List<TopologyProblem> problems = new ArrayList<>();
    topology.exchanges().forEach(each -> note(problems, broker.topicExchange(each)));
    topology.queues().forEach(each -> declare(each, problems));
    if (problems.isEmpty()) {
      topology.queues().forEach(each -> bind(each, each.queues(), problems));
    }
    failOn(problems);
    declared = true;
  }

  /**
   * Declares one queue with its bindings, such as after it was deleted; everything, if that has not
   * been done yet.
   *
   * @param queue one of the queues that hold events, {@link Topology#queuesOf}
   * @throws TopologyException as {@link #declare}
   * @throws RuntimeException if the broker cannot be reached
   */
  public synchronized void declareQueue(String queue) {
    if (!declared) {
      declare();
      return;
    }
    EventQueue of = topology.having(queue).orElseThrow();
    List<TopologyProblem> problems = new ArrayList<>();
    for (Binding binding : topology.bindingsOf(of)) {
      note(problems, broker.topicExchange(binding.exchange()));
    }
    if (of.isPartitioned()) {
      note(problems, broker.spreadingExchange(of.spreadingExchange()));
    }
    declareParking(of, problems);
    note(problems, broker.queue(queue, Arguments.ofEventQueue(of, broker.onRabbitMq())));
    if (problems.isEmpty()) {
      bind(of, List.of(queue), problems);
    }
    failOn(problems);
  }

  /** The queues on the broker that hold the events of a queue, {@link Topology#queuesOf}. */
  public List<String> queuesOf(String queue) {
    return topology.queuesOf(queue);
  }

  private void declare(EventQueue queue, List<TopologyProblem> problems) {
    boolean rabbitMq = broker.onRabbitMq();
    Optional<TopologyProblem> obstacle = obstacle(queue, rabbitMq);
    if (obstacle.isPresent()) {
      problems.add(obstacle.get());
      return;
    }
    declareParking(queue, problems);
    List<String> fromTheLast = new ArrayList<>(queue.queues());
    Collections.reverse(fromTheLast); // so that LivePartitions can tell what is unfinished
    fromTheLast.forEach(
        each -> note(problems, broker.queue(each, Arguments.ofEventQueue(queue, rabbitMq))));
  }

  private Optional<TopologyProblem> obstacle(EventQueue queue, boolean rabbitMq) {
    if (!rabbitMq) {
      return queue.isPartitioned() ? Optional.of(needsRabbitMq(queue)) : Optional.empty();
    }
    return livePartitions
        .problem(queue)
        .or(() -> queue.isPartitioned()
            ? broker.spreadingExchange(queue.spreadingExchange())
            : Optional.empty());
  }

  private static TopologyProblem needsRabbitMq(EventQueue queue) {
    return new TopologyProblem(
        "queue \"%s\"".formatted(queue.name()),
        queue.partitions() + " partitions",
        "that it is no RabbitMQ",
        "use RabbitMQ, or leave out the setting of its partitions");
  }

  private void declareParking(EventQueue queue, List<TopologyProblem> problems) {
    boolean rabbitMq = broker.onRabbitMq();
    note(problems, broker.queue(queue.parked(), Arguments.ofParkedQueue(rabbitMq)));
    if (rabbitMq) {
      note(problems, broker.parkingExchange(queue.parked()));
      note(problems, broker.queueBinding(queue.parked(), queue.parked(), ""));
    }
  }

  /** First the queues, then what leads to them: an event finds all partitions, or none. */
  private void bind(EventQueue of, List<String> queues, List<TopologyProblem> problems) {
    if (of.isPartitioned()) {
      for (String queue : queues) {
        note(problems, broker.queueBinding(queue, of.spreadingExchange(), EQUAL_SHARE));
      }
    }
    for (Binding binding : topology.bindingsOf(of)) {
      String pattern = binding.pattern().toString();
      note(
          problems,
          of.isPartitioned()
              ? broker.exchangeBinding(of.spreadingExchange(), binding.exchange(), pattern)
              : broker.queueBinding(of.name(), binding.exchange(), pattern));
    }
  }

  private static void note(List<TopologyProblem> problems, Optional<TopologyProblem> problem) {
    problem.ifPresent(problems::add);
  }

  private static void failOn(List<TopologyProblem> problems) {
    if (!problems.isEmpty()) {
      throw new TopologyException(problems);
    }
  }
}
