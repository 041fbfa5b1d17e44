package dev.eventmanager.catalogue;

import dev.eventmanager.EventType;
import dev.eventmanager.Exchange;
import dev.eventmanager.routing.BindingKey;
import dev.eventmanager.routing.RoutingKey;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every declared event. Immutable and thread-safe. */
public final class EventCatalogue {

  private final Map<String, EventType<?>> events;
  private final Set<EventType<?>> descriptors;

  /** By their routing keys as on the wire, by which every event that arrives is looked up. */
  private final Map<String, DeclaredKey> declaredKeys;

  private EventCatalogue(Map<String, EventType<?>> events) {
    this.events = events;
    this.descriptors = Set.copyOf(events.values());
    this.declaredKeys = declaredKeys(events.values());
  }

  private static Map<String, DeclaredKey> declaredKeys(Collection<EventType<?>> events) {
    Map<String, DeclaredKey> keys = new LinkedHashMap<>();
    for (EventType<?> event : events) {
      for (int version : event.versions()) {
        RoutingKey key = event.routingKey(version);
        keys.put(key.toString(), new DeclaredKey(key, event));
      }
    }
    return keys;
  }

  /**
   * A catalogue of these events.
   *
   * @throws IllegalArgumentException if two of them share exchange and name
   */
  public static EventCatalogue of(Collection<? extends EventType<?>> declared) {
    Map<String, EventType<?>> events = new LinkedHashMap<>();
    for (EventType<?> event : declared) {
      EventType<?> earlier = events.putIfAbsent(name(event.routingKey()), event);
      if (earlier != null && earlier != event) {
        throw new IllegalArgumentException(
            "event \"%s\" of exchange \"%s\" is declared twice, as %s and as %s; keep one and give it every version"
                .formatted(event.name(), event.exchange(), earlier, event));
      }
    }
    return new EventCatalogue(Collections.unmodifiableMap(events));
  }

  /** A catalogue of these events. */
  public static EventCatalogue of(EventType<?>... declared) {
    return of(List.of(declared));
  }

  /** A catalogue of all {@link EventDeclarations} on the class path. */
  public static EventCatalogue load(@Nullable ClassLoader classLoader) {
    return of(ServiceLoader.load(EventDeclarations.class, classLoader).stream()
        .flatMap(provider -> provider.get().events().stream())
        .toList());
  }

  /** Every declared event, in the order of declaration. */
  public Collection<EventType<?>> events() {
    return events.values();
  }

  /** The routing key of every declared event, in every version that can be read. */
  public Set<RoutingKey> keys() {
    return declaredKeys.values().stream()
        .map(DeclaredKey::key)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The event with this routing key, in a version that can be read. */
  public Optional<DeclaredKey> find(String routingKey) {
    return Optional.ofNullable(declaredKeys.get(routingKey));
  }

  /** The event with this exchange and name, whatever the version of the key. */
  public Optional<EventType<?>> find(RoutingKey key) {
    return Optional.ofNullable(events.get(name(key)));
  }

  /** Whether the event is declared, with the version of the key. */
  public boolean reads(RoutingKey key) {
    return find(key).filter(type -> type.versions().contains(key.version())).isPresent();
  }

  /** Whether this very descriptor is declared here. */
  public boolean contains(EventType<?> type) {
    return descriptors.contains(type);
  }

  /** Every exchange on which something is declared. */
  public Set<Exchange> exchanges() {
    Set<Exchange> exchanges = new TreeSet<>(Comparator.comparing(Exchange::name));
    events.values().forEach(event -> exchanges.add(event.exchange()));
    return exchanges;
  }

  /** The routing keys, in every version that can be read, that a pattern admits, by event. */
  public Map<RoutingKey, EventType<?>> admittedBy(BindingKey pattern) {
    Map<RoutingKey, EventType<?>> admitted =
        new TreeMap<>(Comparator.comparing(RoutingKey::exchange)
            .thenComparing(RoutingKey::event)
            .thenComparing(RoutingKey::version));
    declaredKeys.values().stream()
        .filter(declared -> pattern.matches(declared.key()))
        .forEach(declared -> admitted.put(declared.key(), declared.event()));
    return admitted;
  }

  /** The exchanges of the declared events that a pattern admits. */
  public Set<String> exchangesOf(BindingKey pattern) {
    return admittedBy(pattern).keySet().stream()
        .map(RoutingKey::exchange)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The declared routing key that is spelt most like a text, for messages; empty if none is. */
  public Optional<RoutingKey> nearest(String text) {
    return declaredKeys.values().stream()
        .map(DeclaredKey::key)
        .min(Comparator.comparingInt(key -> EditDistance.between(text, key.toString())));
  }

  private static String name(RoutingKey key) {
    return key.exchange() + "." + key.event();
  }

  /**
   * A routing key that events arrive with.
   *
   * @param event what it stands for
   */
  public record DeclaredKey(RoutingKey key, EventType<?> event) {}
}
