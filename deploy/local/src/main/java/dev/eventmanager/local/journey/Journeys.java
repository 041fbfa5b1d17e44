package dev.eventmanager.local.journey;

import dev.eventmanager.local.journey.Sighting.Published;
import dev.eventmanager.local.journey.Sighting.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Puts together what is seen of each event, and tells each once, in the order of publication within
 * its order. Thread-safe.
 */
public final class Journeys implements AutoCloseable {

  private final Clock clock;
  private final JourneyTeller teller;
  private final ScheduledExecutorService ticker;
  private final Map<String, Journey> byId = new RecentEntries<>();
  private final Map<Subject, Journey> strangers = new RecentEntries<>();
  private final Map<Subject, List<Sighting>> early = new RecentEntries<>();
  private final Map<String, Deque<Journey>> untold = new LinkedHashMap<>();

  public Journeys(Clock clock, JourneyTeller teller) {
    this.clock = clock;
    this.teller = teller;
    this.ticker = Executors.newSingleThreadScheduledExecutor(task -> {
      Thread thread = new Thread(task, "journeys");
      thread.setDaemon(true);
      return thread;
    });
    ticker.scheduleWithFixedDelay(this::tellSettled, 50, 50, TimeUnit.MILLISECONDS);
  }

  public synchronized void see(Sighting sighting) {
    Instant now = clock.instant();
    if (sighting instanceof Published published) {
      begin(published, now);
    } else {
      find(sighting).ifPresentOrElse(journey -> add(journey, sighting, now), () -> keep(sighting));
    }
  }

  private void begin(Published published, Instant now) {
    if (byId.containsKey(published.eventId())) {
      return; // resent after a lost connection: the same event, not another
    }
    Journey journey = new Journey(published, now);
    byId.put(published.eventId(), journey);
    if (published.eventId().startsWith("stranger-")) {
      strangers.put(published.subject(), journey);
    }
    untold
        .computeIfAbsent(published.subject().order(), order -> new ArrayDeque<>())
        .add(journey);
    List<Sighting> seenBefore = early.remove(published.subject());
    if (seenBefore != null) {
      seenBefore.forEach(this::see);
    }
  }

  /**
   * Each part gives an event without an id one of its own, so that those are recognised by their
   * subject.
   */
  private Optional<Journey> find(Sighting sighting) {
    return Optional.ofNullable(byId.get(sighting.eventId()))
        .or(() -> Optional.ofNullable(strangers.get(sighting.subject())));
  }

  private void add(Journey journey, Sighting sighting, Instant now) {
    journey.see(sighting, now);
    if (journey.isTold()) {
      teller.tellLate(journey, sighting);
    }
  }

  /** The wiretap may get its copy after the others got theirs. */
  private void keep(Sighting sighting) {
    early.computeIfAbsent(sighting.subject(), subject -> new ArrayList<>()).add(sighting);
  }

  private synchronized void tellSettled() {
    Instant now = clock.instant();
    for (Deque<Journey> order : untold.values()) {
      while (!order.isEmpty() && order.peek().settled(now)) {
        Journey journey = order.remove();
        journey.told();
        teller.tell(journey);
      }
    }
    untold.values().removeIf(Deque::isEmpty);
  }

  /** True when every event seen so far has been told. */
  public synchronized boolean allTold() {
    return untold.isEmpty();
  }

  @Override
  public void close() {
    ticker.shutdownNow();
  }
}
