package dev.eventmanager.rabbit.topology;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether the broker has a queue in as many partitions as declared, or not at all yet. With another
 * number a key could find itself in another partition while its earlier events still wait in the
 * old one, and overtake them.
 */
final class LivePartitions {

  private static final String FIRST = "stop what publishes to it, let its consumers empty it, stop"
      + " them, delete its queues on the broker (rabbitmqctl delete_queue %s), then start again";

  private final Predicate<String> isThere;

  LivePartitions(Predicate<String> isThere) {
    this.isThere = isThere;
  }

  /**
   * What is wrong, if anything. Partitions are declared from the last to the first; where the first
   * is there, all are.
   */
  Optional<TopologyProblem> problem(EventQueue queue) {
    if (!queue.isPartitioned()) {
      return isThere.test(queue.partition(1))
          ? Optional.of(problem(queue, "it in partitions", queue.partition(1) + " and on"))
          : Optional.empty();
    }
    if (isThere.test(queue.name())) {
      return Optional.of(problem(queue, "it as one queue", queue.name()));
    }
    if (isThere.test(queue.partition(queue.partitions() + 1))) {
      return Optional.of(problem(queue, "more of them", queue.partition(1) + " and on"));
    }
    if (isThere.test(queue.partition(1)) && !isThere.test(queue.partition(queue.partitions()))) {
      return Optional.of(problem(queue, "fewer of them", queue.partition(1) + " and on"));
    }
    return Optional.empty();
  }

  private static TopologyProblem problem(EventQueue queue, String live, String toDelete) {
    return new TopologyProblem(
        "queue \"%s\"".formatted(queue.name()),
        queue.isPartitioned() ? queue.partitions() + " partitions" : "in one piece",
        "that it has " + live,
        "set its partitions back; or, to change it, " + FIRST.formatted(toDelete));
  }
}
