package dev.eventmanager.handling;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.routing.Binding;
import dev.eventmanager.routing.RoutingKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who handles what, checked against the declared events. Immutable and thread-safe. */
public final class Subscriptions {

  private final EventCatalogue catalogue;
  private final List<Subscription> subscriptions;

  /** Who takes each declared routing key, by queue: every event asks, and no pattern is walked. */
  private final Map<String, Map<String, Optional<Subscription>>> takers;

  private Subscriptions(EventCatalogue catalogue, List<Subscription> subscriptions) {
    this.catalogue = catalogue;
    this.subscriptions = subscriptions;
    this.takers = takers(catalogue, subscriptions);
  }

  private static Map<String, Map<String, Optional<Subscription>>> takers(
      EventCatalogue catalogue, List<Subscription> subscriptions) {
    Map<String, Map<String, Optional<Subscription>>> takers = new HashMap<>();
    for (Subscription each : subscriptions) {
      Map<String, Optional<Subscription>> ofQueue =
          takers.computeIfAbsent(each.queue(), queue -> new HashMap<>());
      catalogue
          .admittedBy(each.pattern())
          .keySet()
          .forEach(key -> ofQueue.putIfAbsent(key.toString(), Optional.of(each)));
    }
    return takers;
  }

  /**
   * Checked subscriptions.
   *
   * @throws InvalidSubscriptionsException naming every pattern that admits no declared event, every
   *     handler that cannot take what its pattern admits, and every event that two handlers of one
   *     queue would take
   */
  public static Subscriptions of(EventCatalogue catalogue, Collection<Subscription> all) {
    List<String> problems = new SubscriptionCheck(catalogue).problems(all);
    if (!problems.isEmpty()) {
      throw new InvalidSubscriptionsException(problems);
    }
    return new Subscriptions(catalogue, List.copyOf(all));
  }

  /** The queues, by name. */
  public Set<String> queues() {
    return subscriptions.stream()
        .map(Subscription::queue)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The subscriptions of a queue. */
  public List<Subscription> of(String queue) {
    return subscriptions.stream().filter(each -> each.queue().equals(queue)).toList();
  }

  /** Those whose queues stand there alone. */
  public Subscriptions from(Subscription.Source source) {
    return new Subscriptions(
        catalogue,
        subscriptions.stream().filter(each -> each.source() == source).toList());
  }

  /** What the queues are to be bound with: each pattern on every exchange that it admits from. */
  public List<Binding> bindings() {
    return subscriptions.stream()
        .flatMap(each -> catalogue.exchangesOf(each.pattern()).stream()
            .map(exchange -> new Binding(exchange, each.pattern(), each.queue())))
        .distinct()
        .toList();
  }

  /**
   * Whether an event is none for this queue, such as of a version that this service does not read,
   * while the queue takes another of its twins: then that one is handled, and this one skipped.
   */
  boolean takeAnotherTwinOf(String queue, EventMetadata metadata) {
    return metadata.twins().isPresent()
        && RoutingKey.parse(metadata.routingKey())
            .filter(key -> !takes(queue, key))
            .filter(key -> metadata.twins().get().versions().stream()
                .anyMatch(
                    other -> takes(queue, new RoutingKey(key.exchange(), other, key.event()))))
            .isPresent();
  }

  private boolean takes(String queue, RoutingKey key) {
    return find(queue, key.toString()).isPresent() && catalogue.reads(key);
  }

  /** The one subscription of a queue that takes a routing key. */
  public Optional<Subscription> find(String queue, String routingKey) {
    Optional<Subscription> taker = takers.getOrDefault(queue, Map.of()).get(routingKey);
    return taker == null ? findByPattern(queue, routingKey) : taker;
  }

  /** For what is not declared, such as a version that nobody here can read. */
  private Optional<Subscription> findByPattern(String queue, String routingKey) {
    return subscriptions.stream()
        .filter(each -> each.queue().equals(queue) && each.pattern().matches(routingKey))
        .findFirst();
  }
}
