package dev.eventmanager.bridge.route;

import dev.eventmanager.routing.Binding;
import java.util.Set;

/**
 * What is mirrored where. One queue for all its exchanges: events of one ordering key that come by
 * different exchanges keep the order in which the broker got them.
 *
 * @param queue the RabbitMQ queue that gathers the events
 * @param bindings what that queue is bound to
 * @param target the name of the SQS FIFO queue
 * @param partitions in how many parts the broker keeps the queue, for as many instances to share it
 */
public record Route(String queue, Set<Binding> bindings, String target, int partitions) {

  /** Takes a copy of the bindings. */
  public Route {
    bindings = Set.copyOf(bindings);
  }

  @Override
  public String toString() {
    return "%s -> %s%s -> %s"
        .formatted(
            bindings.stream()
                .map(b -> b.pattern().pattern() + " of " + b.exchange())
                .sorted()
                .toList(),
            queue,
            partitions == 1 ? "" : " in %d partitions".formatted(partitions),
            target);
  }
}
