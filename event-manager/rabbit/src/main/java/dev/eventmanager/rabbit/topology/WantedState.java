package dev.eventmanager.rabbit.topology;

import dev.eventmanager.rabbit.management.BrokerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns a topology into all that stands on the broker for it. Not thread-safe. */
final class WantedState {

  private final boolean rabbitMq;
  private final List<BrokerState.Exchange> exchanges = new ArrayList<>();
  private final List<BrokerState.Queue> queues = new ArrayList<>();
  private final List<BrokerState.Binding> bindings = new ArrayList<>();

  private WantedState(boolean rabbitMq) {
    this.rabbitMq = rabbitMq;
  }

  static BrokerState of(Topology topology, boolean rabbitMq) {
    WantedState wanted = new WantedState(rabbitMq);
    topology.exchanges().stream()
        .sorted()
        .forEach(exchange -> wanted.exchange(exchange, "topic", Map.of()));
    topology.queues().forEach(queue -> wanted.add(queue, topology));
    return new BrokerState("declared", wanted.exchanges, wanted.queues, wanted.bindings);
  }

  private void add(EventQueue queue, Topology topology) {
    if (queue.isPartitioned()) {
      exchange(queue.spreadingExchange(), "x-consistent-hash", Arguments.ofSpreadingExchange());
    }
    for (String each : queue.queues()) {
      queue(each, Arguments.ofEventQueue(queue, rabbitMq));
      if (queue.isPartitioned()) {
        bind(queue.spreadingExchange(), each, true, TopologyDeclarer.EQUAL_SHARE);
      }
    }
    String entrance = queue.isPartitioned() ? queue.spreadingExchange() : queue.name();
    topology
        .bindingsOf(queue)
        .forEach(binding -> bind(
            binding.exchange(),
            entrance,
            !queue.isPartitioned(),
            binding.pattern().pattern()));
    park(queue.parked());
  }

  private void park(String parked) {
    queue(parked, Arguments.ofParkedQueue(rabbitMq));
    if (rabbitMq) {
      exchange(parked, "fanout", Map.of());
      bind(parked, parked, true, "");
    }
  }

  private void exchange(String name, String type, Map<String, Object> arguments) {
    exchanges.add(new BrokerState.Exchange(name, type, true, arguments));
  }

  private void queue(String name, Map<String, Object> arguments) {
    queues.add(new BrokerState.Queue(name, true, arguments));
  }

  private void bind(String source, String destination, boolean toQueue, String routingKey) {
    bindings.add(new BrokerState.Binding(source, destination, toQueue, routingKey, Map.of()));
  }
}
