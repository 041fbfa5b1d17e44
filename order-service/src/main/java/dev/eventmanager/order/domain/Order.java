package dev.eventmanager.order.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An order and all that is known to have happened to it. Immutable.
 *
 * <p>Its state is a set of {@linkplain Fact facts}, so that news that arrives late, early or twice
 * leads to the same order in the end.
 *
 * @param purchase what was ordered; empty where the order was submitted by somebody else than this
 *     service, which then knows of it only what billing and logistic tell
 * @param history one entry a fact, sorted by time
 */
public record Order(long id, Optional<Purchase> purchase, List<HistoryEntry> history) {

  private static final Comparator<HistoryEntry> BY_TIME =
      Comparator.comparing(HistoryEntry::at).thenComparing(HistoryEntry::fact);

  public Order {
    history = history.stream().sorted(BY_TIME).toList();
  }

  static Order submitted(long id, Purchase purchase, Instant at) {
    return new Order(id, Optional.of(purchase), List.of(new HistoryEntry(Fact.SUBMITTED, at, "")));
  }

  /** An order that this service did not take itself. */
  public static Order knownOnlyById(long id) {
    return new Order(id, Optional.empty(), List.of());
  }

  public OrderStatus status() {
    return OrderStatus.after(facts());
  }

  boolean knows(Fact fact) {
    return facts().contains(fact);
  }

  /** The order with one entry more, or this order if it knows the entry's fact already. */
  Order noting(HistoryEntry entry) {
    if (knows(entry.fact())) {
      return this;
    }
    return new Order(
        id, purchase, Stream.concat(history.stream(), Stream.of(entry)).toList());
  }

  private Set<Fact> facts() {
    return history.stream()
        .map(HistoryEntry::fact)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Fact.class)));
  }
}
