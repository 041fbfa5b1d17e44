package dev.eventmanager.testkit.contract;

import dev.eventmanager.ParkReason;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.handling.ParkedEvent;
import dev.eventmanager.handling.ParkedEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Parked events as the database of a service keeps them, without the database. */
final class ParkedInMemory implements ParkedEvents {
  private final List<ParkedEvent> parked = new CopyOnWriteArrayList<>();

  @Override
  public void park(ParkedEvent event) {
    parked.add(event);
  }

  @Override
  public boolean parkBehind(String queue, EncodedEvent event) {
    boolean held = holds(queue, event.metadata().orderingKey());
    if (held) {
      park(ParkedEvent.behind(queue, event, Instant.now()));
    }
    return held;
  }

  @Override
  public boolean retryLater(ParkedEvent event, Duration delay) {
    return false;
  }

  private boolean holds(String queue, String orderingKey) {
    return parked.stream()
        .anyMatch(event -> event.reason().holdsKey()
            && event.queue().equals(queue)
            && event.event().metadata().orderingKey().equals(orderingKey));
  }

  @Override
  public long count(String queue) {
    return parked.stream().filter(event -> event.queue().equals(queue)).count();
  }

  List<ParkedEvent> all() {
    return List.copyOf(parked);
  }

  List<ParkReason> reasons() {
    return parked.stream().map(ParkedEvent::reason).toList();
  }
}
