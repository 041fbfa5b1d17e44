package dev.eventmanager.rabbit.topology;

import dev.eventmanager.rabbit.management.BrokerState;
import dev.eventmanager.rabbit.topology.TopologyPlan.StaleBinding;
import dev.eventmanager.routing.BindingKey;
import dev.eventmanager.routing.RoutingKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A topology against all that stands in a virtual host of a RabbitMQ. Immutable. */
final class StateComparison {

  private final Topology topology;
  private final BrokerState wanted;
  private final BrokerState live;
  private final Collection<RoutingKey> events;

  /** {@code events} are those that are declared. */
  StateComparison(Topology topology, BrokerState live, Collection<RoutingKey> events) {
    this.topology = topology;
    this.wanted = WantedState.of(topology, true);
    this.live = live;
    this.events = events;
  }

  TopologyPlan plan() {
    return new TopologyPlan(
        live.source(),
        missing(),
        different(),
        stale().stream().map(this::describe).toList(),
        List.of());
  }

  private List<String> missing() {
    Set<String> exchanges = names(live.exchanges(), BrokerState.Exchange::name);
    Set<String> queues = names(live.queues(), BrokerState.Queue::name);
    List<String> missing = new ArrayList<>();
    names(wanted.exchanges(), BrokerState.Exchange::name).stream()
        .filter(name -> !exchanges.contains(name))
        .sorted()
        .forEach(name -> missing.add("exchange " + name));
    names(wanted.queues(), BrokerState.Queue::name).stream()
        .filter(name -> !queues.contains(name))
        .sorted()
        .forEach(name -> missing.add("queue " + name));
    wanted.bindings().stream()
        .filter(binding -> !live.bindings().contains(binding))
        .forEach(binding -> missing.add("binding " + nameOf(binding)));
    return missing;
  }

  private List<TopologyProblem> different() {
    List<TopologyProblem> problems = new ArrayList<>();
    Set<String> queues = names(live.queues(), BrokerState.Queue::name);
    LivePartitions partitions = new LivePartitions(queues::contains);
    topology.queues().forEach(queue -> partitions.problem(queue).ifPresent(problems::add));
    pairs(wanted.exchanges(), live.exchanges(), BrokerState.Exchange::name)
        .forEach((declared, stands) -> differing(declared, stands).ifPresent(problems::add));
    pairs(wanted.queues(), live.queues(), BrokerState.Queue::name)
        .forEach((declared, stands) -> differing(declared, stands).ifPresent(problems::add));
    return problems;
  }

  /** Of the arguments RabbitMQ minds those that are declared. */
  private static Optional<TopologyProblem> differing(
      BrokerState.Exchange declared, BrokerState.Exchange stands) {
    Map<String, String> arguments = texts(stands.arguments());
    arguments.keySet().retainAll(declared.arguments().keySet());
    boolean same = declared.type().equals(stands.type())
        && declared.durable() == stands.durable()
        && texts(declared.arguments()).equals(arguments);
    return same
        ? Optional.empty()
        : Optional.of(new TopologyProblem(
            "exchange \"%s\"".formatted(declared.name()),
            describe(declared.type(), declared.durable(), declared.arguments()),
            describe(stands.type(), stands.durable(), stands.arguments()),
            Declarations.EXCHANGE_ADVICE));
  }

  private static Optional<TopologyProblem> differing(
      BrokerState.Queue declared, BrokerState.Queue stands) {
    boolean same = declared.durable() == stands.durable()
        && texts(declared.arguments()).equals(texts(stands.arguments()));
    return same
        ? Optional.empty()
        : Optional.of(new TopologyProblem(
            "queue \"%s\"".formatted(declared.name()),
            describe("queue", declared.durable(), declared.arguments()),
            describe("queue", stands.durable(), stands.arguments()),
            Declarations.queueAdvice(declared.name())));
  }

  private static String describe(String type, boolean durable, Map<String, Object> arguments) {
    return "%s, %s, %s"
        .formatted(type, durable ? "durable" : "transient", new TreeMap<>(arguments));
  }

  /** A number is the same number, whatever it came as. */
  private static Map<String, String> texts(Map<String, Object> arguments) {
    Map<String, String> texts = new HashMap<>();
    arguments.forEach((name, value) -> texts.put(name, String.valueOf(value)));
    return texts;
  }

  /** Those that lead to what is declared, and are not declared themselves. */
  List<BrokerState.Binding> stale() {
    Set<String> queues = names(wanted.queues(), BrokerState.Queue::name);
    Set<String> entrances = wanted.exchanges().stream()
        .filter(exchange -> !exchange.type().equals("topic"))
        .map(BrokerState.Exchange::name)
        .collect(Collectors.toSet());
    return live.bindings().stream()
        .filter(binding -> (binding.toQueue() ? queues : entrances).contains(binding.destination()))
        .filter(binding -> !wanted.bindings().contains(binding))
        .toList();
  }

  private StaleBinding describe(BrokerState.Binding stale) {
    String queue = queueOf(stale);
    BindingKey pattern = BindingKey.of(stale.routingKey());
    return new StaleBinding(
        nameOf(stale),
        queue,
        events.stream()
            .filter(event -> event.exchange().equals(stale.source()) && pattern.matches(event))
            .filter(event -> !comesAnyway(event, queue))
            .map(RoutingKey::toString)
            .sorted()
            .toList());
  }

  private boolean comesAnyway(RoutingKey event, String queue) {
    return topology.queues().stream()
        .filter(each -> each.name().equals(queue))
        .flatMap(each -> topology.bindingsOf(each).stream())
        .anyMatch(binding ->
            binding.exchange().equals(event.exchange()) && binding.pattern().matches(event));
  }

  private String queueOf(BrokerState.Binding binding) {
    return topology.queues().stream()
        .filter(queue -> binding.toQueue()
            ? queue.has(binding.destination())
            : queue.spreadingExchange().equals(binding.destination()))
        .map(EventQueue::name)
        .findFirst()
        .orElse(binding.destination());
  }

  /** As {@link dev.eventmanager.routing.Binding} writes it. */
  static String nameOf(BrokerState.Binding binding) {
    return "%s --%s--> %s".formatted(binding.source(), binding.routingKey(), binding.destination());
  }

  private static <T> Set<String> names(List<T> all, Function<T, String> name) {
    return all.stream().map(name).collect(Collectors.toSet());
  }

  /** What is declared with what stands under its name. */
  private static <T> Map<T, T> pairs(List<T> declared, List<T> standing, Function<T, String> name) {
    Map<String, T> byName = new HashMap<>();
    standing.forEach(each -> byName.put(name.apply(each), each));
    Map<T, T> pairs = new LinkedHashMap<>();
    declared.forEach(each -> Optional.ofNullable(byName.get(name.apply(each)))
        .ifPresent(stands -> pairs.put(each, stands)));
    return pairs;
  }
}
