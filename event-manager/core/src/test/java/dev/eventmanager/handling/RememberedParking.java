package dev.eventmanager.handling;

import dev.eventmanager.ParkReason;
import dev.eventmanager.codec.EncodedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Parking on the one queue of a test; the real ones are tested on their database and broker. */
final class RememberedParking implements ParkedEvents {

  final List<ParkedEvent> parked = new CopyOnWriteArrayList<>();
  private final Set<String> heldKeys = ConcurrentHashMap.newKeySet();

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
    if (event.reason().holdsKey()) {
      heldKeys.add(event.event().metadata().orderingKey());
    }
  }

  @Override
  public boolean parkBehind(String queue, EncodedEvent event) {
    throwIfAny(ignorance);
    return heldKeys.contains(event.metadata().orderingKey())
        && parked.add(ParkedEvent.behind(queue, event, Instant.EPOCH));
  }

  @Override
  public boolean retryLater(ParkedEvent event, Duration delay) {
    return false;
  }

  @Override
  public long count(String queue) {
    return parked.size();
  }

  private static void throwIfAny(@Nullable RuntimeException failure) {
    if (failure != null) {
      throw failure;
    }
  }
}
