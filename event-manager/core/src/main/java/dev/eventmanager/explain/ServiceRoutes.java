package dev.eventmanager.explain;

import dev.eventmanager.routing.Binding;
import dev.eventmanager.routing.BindingKey;
import dev.eventmanager.routing.RoutingKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What one service says that it publishes and binds, as in {@code
 * META-INF/event-manager/services/<service>.json}. Immutable.
 *
 * @param service its name
 * @param publishes the routing keys of what it publishes
 * @param queues its queues with the patterns that each is bound with
 */
public record ServiceRoutes(
    String service, Set<String> publishes, Map<String, Set<String>> queues) {

  /**
   * What services make up together.
   *
   * @throws IllegalArgumentException with every problem, one a line: a routing key or a pattern of
   *     illegal form, or two services that declare one queue differently
   */
  public static RoutingFacts together(Collection<ServiceRoutes> services) {
    List<String> problems = new ArrayList<>();
    services.forEach(each -> problems.addAll(each.flaws()));
    problems.addAll(disagreements(services));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), problems));
    }
    Set<RoutingKey> events = services.stream()
        .flatMap(each -> each.publishes().stream())
        .flatMap(key -> RoutingKey.parse(key).stream())
        .collect(Collectors.toSet());
    return new RoutingFacts(
        "declared by "
            + services.stream()
                .map(ServiceRoutes::service)
                .sorted()
                .collect(Collectors.joining(", ")),
        events,
        services.stream()
            .flatMap(each -> each.queues().keySet().stream())
            .collect(Collectors.toSet()),
        services.stream().flatMap(each -> each.bindings(events).stream()).toList());
  }

  private List<String> flaws() {
    List<String> flaws = new ArrayList<>();
    for (String key : publishes) {
      if (RoutingKey.parse(key).isEmpty()) {
        flaws.add(
            "service %s publishes \"%s\", which is no routing key; one looks like order.v1.submit"
                .formatted(service, key));
      }
    }
    queues.forEach((queue, patterns) -> patterns.forEach(pattern -> BindingKey.of(pattern)
        .flaw()
        .ifPresent(
            flaw -> flaws.add("service %s, queue \"%s\": %s".formatted(service, queue, flaw)))));
    return flaws;
  }

  private static List<String> disagreements(Collection<ServiceRoutes> services) {
    List<String> problems = new ArrayList<>();
    Map<String, ServiceRoutes> owners = new HashMap<>();
    for (ServiceRoutes service : services) {
      service.queues.forEach(
          (queue, patterns) -> Optional.ofNullable(owners.putIfAbsent(queue, service))
              .filter(first -> !patterns.equals(first.queues.get(queue)))
              .ifPresent(first -> problems.add(disagreement(queue, first, service))));
    }
    return problems;
  }

  private static String disagreement(String queue, ServiceRoutes one, ServiceRoutes other) {
    return "queue \"%s\" is declared by %s with %s and by %s with %s; give one of them a queue of its own"
        .formatted(
            queue,
            one.service,
            new TreeSet<>(one.queues.getOrDefault(queue, Set.of())),
            other.service,
            new TreeSet<>(other.queues.getOrDefault(queue, Set.of())));
  }

  private List<Binding> bindings(Set<RoutingKey> events) {
    return queues.entrySet().stream()
        .flatMap(queue -> queue.getValue().stream()
            .map(BindingKey::of)
            .flatMap(pattern -> exchanges(pattern, events).stream()
                .map(exchange -> new Binding(exchange, pattern, queue.getKey()))))
        .toList();
  }

  /** As a starting service binds it; where nothing is known to be published, as it is spelt. */
  private static Set<String> exchanges(BindingKey pattern, Set<RoutingKey> events) {
    Set<String> admitted = events.stream()
        .filter(pattern::matches)
        .map(RoutingKey::exchange)
        .collect(Collectors.toCollection(TreeSet::new));
    return admitted.isEmpty() ? Set.of(pattern.firstWord()) : admitted;
  }
}
