package dev.eventmanager.testkit.rabbit;

import static dev.eventmanager.testkit.rabbit.BusFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.codec.EncodedEvent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was handled, by event id, in order of first handling. Thread-safe. */
final class HandledEvents {

  private final Map<String, Set<Integer>> numbersByKey = new LinkedHashMap<>();
  private final Set<String> ids = new LinkedHashSet<>();
  private int repeated = 0;

  synchronized void add(EncodedEvent event) {
    if (ids.add(event.metadata().id())) {
      numbersByKey
          .computeIfAbsent(event.metadata().orderingKey(), key -> new LinkedHashSet<>())
          .add(BusFixture.number(event));
    } else {
      repeated++;
    }
  }

  synchronized int distinct() {
    return ids.size();
  }

  synchronized int repeated() {
    return repeated;
  }

  void awaitAll(int events) {
    await().untilAsserted(() -> assertThat(distinct()).isGreaterThanOrEqualTo(events));
  }

  synchronized void assertEachKeyInOrder() {
    assertThat(numbersByKey)
        .allSatisfy((key, numbers) -> assertThat(List.copyOf(numbers)).as(key).isSorted());
  }
}
