package dev.eventmanager.handling;

import dev.eventmanager.ParkReason;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has what the broker gave back too often handled alone, and parks what kills its process as {@link
 * ParkReason#CRASHED_ITS_CONSUMER}. Thread-safe.
 */
public final class SuspectProcessor implements DeliveryProcessor {

  private static final Logger LOG = LoggerFactory.getLogger(SuspectProcessor.class);

  private final DeliveryProcessor next;
  private final Suspects suspects;
  private final ParkedEvents parkedEvents;
  private final Clock clock;

  /**
   * A processor for all queues of the process.
   *
   * @param next handles what is not parked
   * @param suspects tell what is to be parked
   * @param clock dates what is parked
   */
  public SuspectProcessor(
      DeliveryProcessor next, Suspects suspects, ParkedEvents parkedEvents, Clock clock) {
    this.next = next;
    this.suspects = suspects;
    this.parkedEvents = parkedEvents;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<Void> process(Delivery delivery) {
    return suspects.handle(
        delivery, () -> next.process(delivery), crashed -> park(delivery, crashed));
  }

  @Override
  public boolean takesAside() {
    return next.takesAside();
  }

  /** Nothing is handled by that, so no suspect can kill anything. */
  @Override
  public CompletableFuture<Void> takeAside(List<Delivery> line) {
    return next.takeAside(line);
  }

  private @Nullable Void park(Delivery delivery, ConsumerCrashedException crashed) {
    Instant now = clock.instant();
    parkedEvents.park(new ParkedEvent(
        delivery.queue(),
        delivery.event(),
        ParkReason.CRASHED_ITS_CONSUMER,
        delivery.timesLost(),
        Optional.of(crashed),
        now,
        now));
    LOG.error("{} is parked: {}", delivery, crashed.getMessage());
    return null;
  }
}
