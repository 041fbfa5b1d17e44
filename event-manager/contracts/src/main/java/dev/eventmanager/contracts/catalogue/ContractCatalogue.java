package dev.eventmanager.contracts.catalogue;

import dev.eventmanager.EventType;
import dev.eventmanager.contracts.service.QueueContract;
import dev.eventmanager.contracts.service.ServiceContract;
import dev.eventmanager.routing.BindingKey;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Every version of every declared event, and who publishes and binds them. Immutable.
 *
 * @param title what the events belong to, as a heading
 * @param versions in the order of declaration, each event's newest version first
 * @param services sorted by name
 */
public record ContractCatalogue(
    String title, List<VersionContract> versions, List<ServiceContract> services) {

  public ContractCatalogue {
    versions = List.copyOf(versions);
    services =
        services.stream().sorted(Comparator.comparing(ServiceContract::service)).toList();
  }

  /** The versions of each event, newest first, in the order of declaration. */
  public Map<EventType<?>, List<VersionContract>> events() {
    return versions.stream()
        .collect(
            Collectors.groupingBy(VersionContract::event, LinkedHashMap::new, Collectors.toList()));
  }

  /** The services that publish an event, in whatever version. */
  public List<String> publishers(EventType<?> event) {
    List<String> keys =
        event.versions().stream().map(each -> event.routingKey(each).toString()).toList();
    return services.stream()
        .filter(service -> service.publishes().stream().anyMatch(keys::contains))
        .map(ServiceContract::service)
        .toList();
  }

  /** The queues that an event reaches, in whatever version. */
  public List<Listener> listeners(EventType<?> event) {
    return services.stream()
        .flatMap(service -> service.queues().stream()
            .map(queue -> new Listener(service.service(), queue.queue(), admitting(queue, event))))
        .filter(listener -> !listener.patterns().isEmpty())
        .toList();
  }

  /** The versions that reach a queue. */
  public List<VersionContract> reaching(QueueContract queue) {
    return versions.stream()
        .filter(version -> queue.bindingKeys().stream().anyMatch(p -> p.matches(version.key())))
        .toList();
  }

  private static List<String> admitting(QueueContract queue, EventType<?> event) {
    return queue.bindingKeys().stream()
        .filter(pattern ->
            event.versions().stream().anyMatch(v -> pattern.matches(event.routingKey(v))))
        .map(BindingKey::pattern)
        .toList();
  }
}
