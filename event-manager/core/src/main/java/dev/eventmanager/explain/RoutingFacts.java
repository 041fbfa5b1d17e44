package dev.eventmanager.explain;

import dev.eventmanager.routing.Binding;
import dev.eventmanager.routing.RoutingKey;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is known of exchanges, queues and events, as declared or as it stands on a broker. Immutable.
 *
 * @param source where it was found out, for people to read
 * @param events the routing key of every declared event, in every version that is known
 * @param queues the queues, also those that nothing is bound to
 * @param bindings from topic exchanges to these queues
 */
public record RoutingFacts(
    String source, Set<RoutingKey> events, Set<String> queues, List<Binding> bindings) {

  private static final Comparator<RoutingKey> BY_NAME = Comparator.comparing(RoutingKey::exchange)
      .thenComparing(RoutingKey::event)
      .thenComparing(RoutingKey::version);

  public RoutingFacts {
    SortedSet<RoutingKey> sorted = new TreeSet<>(BY_NAME);
    sorted.addAll(events);
    events = Collections.unmodifiableSortedSet(sorted);
    SortedSet<String> names = new TreeSet<>(queues);
    bindings.forEach(binding -> names.add(binding.queue()));
    queues = Collections.unmodifiableSortedSet(names);
    bindings = bindings.stream()
        .distinct()
        .sorted(Comparator.comparing(Binding::exchange)
            .thenComparing(binding -> binding.pattern().pattern()))
        .toList();
  }

  List<Binding> bindingsOf(String queue) {
    return bindings.stream().filter(binding -> binding.queue().equals(queue)).toList();
  }
}
