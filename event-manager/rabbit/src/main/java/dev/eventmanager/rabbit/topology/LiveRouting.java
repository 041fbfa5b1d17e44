package dev.eventmanager.rabbit.topology;

import dev.eventmanager.explain.RoutingFacts;
import dev.eventmanager.rabbit.management.BrokerState;
import dev.eventmanager.routing.Binding;
import dev.eventmanager.routing.BindingKey;
import dev.eventmanager.routing.RoutingKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The bindings of topic exchanges as they stand, as facts to explain: a queue in partitions is one
 * queue, and parked queues, which no event is routed to, are left out.
 */
public final class LiveRouting {

  private final BrokerState live;
  private final Set<String> topicExchanges;

  private LiveRouting(BrokerState live) {
    this.live = live;
    this.topicExchanges = live.exchanges().stream()
        .filter(exchange -> exchange.type().equals("topic"))
        .map(BrokerState.Exchange::name)
        .collect(Collectors.toSet());
  }

  /** The facts; {@code events} are the declared ones. */
  public static RoutingFacts of(BrokerState live, Set<RoutingKey> events) {
    LiveRouting routing = new LiveRouting(live);
    return new RoutingFacts(live.source(), events, routing.queues(), routing.bindings());
  }

  private Set<String> queues() {
    Set<String> partitions = live.bindings().stream()
        .filter(binding -> binding.toQueue() && EventQueue.isSpreadingExchange(binding.source()))
        .map(BrokerState.Binding::destination)
        .collect(Collectors.toSet());
    return live.queues().stream()
        .map(BrokerState.Queue::name)
        .filter(name -> !partitions.contains(name) && !Topology.isParkedQueue(name))
        .collect(Collectors.toSet());
  }

  private List<Binding> bindings() {
    return live.bindings().stream()
        .filter(binding -> topicExchanges.contains(binding.source()))
        .map(binding ->
            new Binding(binding.source(), BindingKey.of(binding.routingKey()), target(binding)))
        .toList();
  }

  private static String target(BrokerState.Binding binding) {
    if (binding.toQueue()) {
      return binding.destination();
    }
    return EventQueue.isSpreadingExchange(binding.destination())
        ? EventQueue.spreadBy(binding.destination())
        : "exchange " + binding.destination();
  }
}
