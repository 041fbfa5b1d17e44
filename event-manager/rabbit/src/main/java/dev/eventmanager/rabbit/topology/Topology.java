package dev.eventmanager.rabbit.topology;

import dev.eventmanager.explain.RoutingFacts;
import dev.eventmanager.routing.Binding;
import dev.eventmanager.routing.RoutingKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is to stand on the broker. Immutable and thread-safe.
 *
 * <p>Exchanges are durable topic exchanges. Queues are durable and have a single active consumer,
 * so that the events of a key stay in order across instances; on RabbitMQ they are quorum queues.
 * Each has a queue {@code <queue>.parked} beside it, for what a service without a database sets
 * aside and for what the broker gives up on.
 *
 * <p>A queue may be split into partitions, {@code <queue>.1} and on, each with a single active
 * consumer of its own; all events of an ordering key are in one of them.
 */
public final class Topology {

  private static final String PARKED = ".parked";

  private final Set<String> exchanges;
  private final Set<Binding> bindings;
  private final List<EventQueue> queues;

  private Topology(Builder builder) {
    this.exchanges = Set.copyOf(builder.exchanges);
    this.bindings = Set.copyOf(builder.bindings);
    this.queues = new TreeSet<>(builder.queues)
        .stream()
            .map(name -> new EventQueue(name, builder.partitions.getOrDefault(name, 1)))
            .toList();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The name of the queue that holds what was parked on another. */
  public static String parkedQueue(String queue) {
    return queue + PARKED;
  }

  static boolean isParkedQueue(String queue) {
    return queue.endsWith(PARKED);
  }

  /** Its queues and bindings, as facts to explain; {@code events} are the declared ones. */
  public RoutingFacts facts(String source, Set<RoutingKey> events) {
    return new RoutingFacts(
        source,
        events,
        queues.stream().map(EventQueue::name).collect(Collectors.toSet()),
        List.copyOf(bindings));
  }

  /** The queues on the broker that hold the events of a queue: itself, or its partitions. */
  public List<String> queuesOf(String queue) {
    return queues.stream()
        .filter(each -> each.name().equals(queue))
        .findFirst()
        .map(EventQueue::queues)
        .orElseThrow(() -> new IllegalArgumentException("no queue \"%s\"".formatted(queue)));
  }

  Set<String> exchanges() {
    return exchanges;
  }

  List<EventQueue> queues() {
    return queues;
  }

  /** The queue of events that has this one on the broker. */
  Optional<EventQueue> having(String queue) {
    return queues.stream().filter(each -> each.has(queue)).findFirst();
  }

  List<Binding> bindingsOf(EventQueue queue) {
    return bindings.stream().filter(each -> each.queue().equals(queue.name())).toList();
  }

  /** Gathers a {@link Topology}; saying something twice is no harm. Not thread-safe. */
  public static final class Builder {

    private final Set<String> exchanges = new LinkedHashSet<>();
    private final Set<String> queues = new LinkedHashSet<>();
    private final Set<Binding> bindings = new LinkedHashSet<>();
    private final Map<String, Integer> partitions = new LinkedHashMap<>();

    private Builder() {}

    public Builder exchange(String name) {
      exchanges.add(name);
      return this;
    }

    public Builder queue(String name) {
      queues.add(name);
      return this;
    }

    /** A queue in so many partitions; 1 for a queue that is not split. */
    public Builder partitions(String queue, int number) {
      partitions.put(queue, number);
      return queue(queue);
    }

    /** A binding, with its exchange and its queue. */
    public Builder binding(Binding binding) {
      bindings.add(binding);
      return exchange(binding.exchange()).queue(binding.queue());
    }

    /** Bindings, with their exchanges and their queues. */
    public Builder bindings(Collection<Binding> all) {
      all.forEach(this::binding);
      return this;
    }

    /** What was gathered. */
    public Topology build() {
      return new Topology(this);
    }
  }
}
