package dev.eventmanager;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The versions of an event before the newest. Immutable. */
final class OlderVersions<T> {

  private final SortedMap<Integer, OlderVersion<?, T>> all;

  private final List<Integer> twins;

  private OlderVersions(SortedMap<Integer, OlderVersion<?, T>> all) {
    this.all = all;
    this.twins = all.entrySet().stream()
        .filter(older -> older.getValue().isTwin())
        .map(Map.Entry::getKey)
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  static <T> OlderVersions<T> none() {
    return new OlderVersions<>(Collections.emptySortedMap());
  }

  <P> OlderVersions<T> upcasting(
      EventType<T> event, int older, Class<P> type, Function<? super P, ? extends T> upcaster) {
    requireOlder(event, older, event.version());
    if (all.containsKey(older)) {
      throw new IllegalArgumentException(
          "%s: version %d has two upcasters; keep one".formatted(event, older));
    }
    return with(older, new OlderVersion<>(type, upcaster, null));
  }

  <P> OlderVersions<T> downcasting(
      EventType<T> event, int older, Class<P> type, Function<? super T, ? extends P> downcaster) {
    if (older < 1 || older >= event.version()) {
      throw new IllegalArgumentException(
          "%s: cannot downcast version %d to version %d; call .version(…) first, and downcast only to older versions"
              .formatted(event, event.version(), older));
    }
    OlderVersion<?, T> upcast = find(older)
        .filter(declared -> declared.type() == type)
        .orElseThrow(() -> new IllegalArgumentException(
            "%s: version %d is downcast to %s, but not upcast from it; call .upcasting(%d, %s.class, …) first, for who publishes a version reads it"
                .formatted(event, older, type.getSimpleName(), older, type.getSimpleName())));
    if (upcast.isTwin()) {
      throw new IllegalArgumentException(
          "%s: version %d has two downcasters; keep one".formatted(event, older));
    }
    return with(older, upcast.downcastBy(downcaster));
  }

  void requireOlderThan(EventType<T> event, int newest) {
    all.keySet().forEach(older -> requireOlder(event, older, newest));
  }

  Optional<OlderVersion<?, T>> find(int version) {
    return Optional.ofNullable(all.get(version));
  }

  /** Oldest first. */
  SortedSet<Integer> numbers() {
    return new TreeSet<>(all.keySet());
  }

  /** Those that twins are published in, newest first. */
  List<Integer> twins() {
    return twins;
  }

  private OlderVersions<T> with(int number, OlderVersion<?, T> version) {
    SortedMap<Integer, OlderVersion<?, T>> more = new TreeMap<>(all);
    more.put(number, version);
    return new OlderVersions<>(more);
  }

  private static void requireOlder(EventType<?> event, int older, int newest) {
    if (older < 1 || older >= newest) {
      throw new IllegalArgumentException(
          "%s: cannot upcast version %d to version %d; call .version(…) first, and upcast only older versions"
              .formatted(event, older, newest));
    }
  }
}
