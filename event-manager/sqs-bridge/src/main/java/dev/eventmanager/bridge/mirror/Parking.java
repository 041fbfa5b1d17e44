package dev.eventmanager.bridge.mirror;

import dev.eventmanager.ParkReason;
import dev.eventmanager.handling.ParkedEvent;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Parks entries on a thread of its own, since keeping an event takes its time. */
final class Parking implements AutoCloseable {

  private final MirrorParking parked;
  private final ExecutorService thread;
  private final Clock clock;

  Parking(MirrorParking parked, String name, Clock clock) {
    this.parked = parked;
    this.thread = Executors.newSingleThreadExecutor(work -> new Thread(work, name));
    this.clock = clock;
  }

  /** Whether an earlier event of its key is parked, so that it must not overtake. */
  boolean holdsKeyOf(Entry entry) {
    return parked.holds(entry.delivery().event().metadata().orderingKey());
  }

  /** Completes once it is kept for good. */
  CompletableFuture<Void> parkRefused(Entry entry, String why) {
    return park(entry, ParkReason.NOT_MIRRORED, new RefusedBySqsException(why));
  }

  /** Completes once it is kept for good. */
  CompletableFuture<Void> parkBehind(Entry entry) {
    return park(entry, ParkReason.BEHIND_PARKED, null);
  }

  private CompletableFuture<Void> park(Entry entry, ParkReason reason, @Nullable Throwable why) {
    var now = clock.instant();
    var delivery = entry.delivery();
    var event = new ParkedEvent(
        delivery.queue(),
        delivery.event(),
        reason,
        entry.failures(),
        Optional.ofNullable(why),
        now,
        now);
    return CompletableFuture.runAsync(() -> parked.park(event), thread);
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
