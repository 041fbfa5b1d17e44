package dev.eventmanager.rabbit.topology;

import dev.eventmanager.routing.Binding;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What is to stand on the broker. Immutable and thread-safe.
 *
 * <p>Exchanges are durable topic exchanges. Queues are durable and have a single active consumer,
 * so that the events of a key stay in order across instances; on RabbitMQ they are quorum queues.
 */
public final class Topology {

  private static final String PARKED = ".parked";

  private final Set<String> exchanges;
  private final Set<String> queues;
  private final Set<String> parkedQueues;
  private final Set<Binding> bindings;

  private Topology(Builder builder) {
    this.exchanges = Set.copyOf(builder.exchanges);
    this.queues = Set.copyOf(builder.queues);
    this.parkedQueues = Set.copyOf(builder.parkedQueues);
    this.bindings = Set.copyOf(builder.bindings);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The name of the queue that holds what was parked on another. */
  public static String parkedQueue(String queue) {
    return queue + PARKED;
  }

  Set<String> exchanges() {
    return exchanges;
  }

  Set<String> queues() {
    return queues;
  }

  Set<String> parkedQueues() {
    return parkedQueues;
  }

  Set<Binding> bindings() {
    return bindings;
  }

  /** The part of it that one queue needs. */
  Topology around(String queue) {
    Builder part = builder().queue(queue);
    bindings.stream().filter(each -> each.queue().equals(queue)).forEach(part::binding);
    if (parkedQueues.contains(parkedQueue(queue))) {
      part.parking(queue);
    }
    return part.build();
  }

  /** Gathers a {@link Topology}; saying something twice is no harm. Not thread-safe. */
  public static final class Builder {

    private final Set<String> exchanges = new LinkedHashSet<>();
    private final Set<String> queues = new LinkedHashSet<>();
    private final Set<String> parkedQueues = new LinkedHashSet<>();
    private final Set<Binding> bindings = new LinkedHashSet<>();

    private Builder() {}

    public Builder exchange(String name) {
      exchanges.add(name);
      return this;
    }

    public Builder queue(String name) {
      queues.add(name);
      return this;
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

    /** The queue {@code <queue>.parked}, for services that have no database to park in. */
    public Builder parking(String queue) {
      parkedQueues.add(parkedQueue(queue));
      return this;
    }

    public Topology build() {
      return new Topology(this);
    }
  }
}
