package dev.eventmanager.handling;

import dev.eventmanager.ParkReason;
import dev.eventmanager.codec.EncodedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Parking that forgets with the test; the real ones are tested on their database and broker. */
final class RememberedParking implements ParkedEvents {

  final List<ParkedEvent> parked = new CopyOnWriteArrayList<>();

  /** What parking fails with. */
  volatile @Nullable RuntimeException refusal;

  /** What the question for a held key fails with. */
  volatile @Nullable RuntimeException ignorance;

  List<ParkReason> reasons() {
    return parked.stream().map(ParkedEvent::reason).toList();
  }

  @Override
  public void park(ParkedEvent event) {
    throwIfAny(refusal);
    parked.add(event);
  }

  @Override
  public boolean parkBehind(String queue, EncodedEvent event) {
    throwIfAny(ignorance);
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
        .anyMatch(each -> each.reason().holdsKey()
            && each.queue().equals(queue)
            && each.event().metadata().orderingKey().equals(orderingKey));
  }

  @Override
  public long count(String queue) {
    return parked.stream().filter(each -> each.queue().equals(queue)).count();
  }

  private static void throwIfAny(@Nullable RuntimeException failure) {
    if (failure != null) {
      throw failure;
    }
  }
}
