package dev.eventmanager.local.journey;

import dev.eventmanager.local.journey.Sighting.Published;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Puts together what is seen of each event, and tells each once, in the order of publication within its order.
 * Thread-safe.
 */
public final class Journeys implements AutoCloseable {

    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final JourneyTeller teller;
    private final ScheduledExecutorService ticker;
    private final Map<String, Journey> journeys = new RecentEntries<>(REMEMBERED);
    private final Map<String, List<Sighting>> early = new RecentEntries<>(REMEMBERED);
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
            return;
        }
        Journey journey = journeys.get(sighting.eventId());
        if (journey == null) {
            early.computeIfAbsent(sighting.eventId(), id -> new ArrayList<>()).add(sighting);
        } else if (isUntold(journey)) {
            journey.see(sighting, now);
        } else {
            journey.see(sighting, now);
            teller.tellLate(journey, sighting);
        }
    }

    private void begin(Published published, Instant now) {
        if (journeys.containsKey(published.eventId())) {
            return; // resent after a lost connection: the same event, not another
        }
        Journey journey = new Journey(published, now);
        List<Sighting> before = early.remove(published.eventId());
        if (before != null) {
            before.forEach(sighting -> journey.see(sighting, now));
        }
        journeys.put(published.eventId(), journey);
        untold.computeIfAbsent(published.orderingKey(), key -> new ArrayDeque<>())
                .add(journey);
    }

    private boolean isUntold(Journey journey) {
        Deque<Journey> waiting = untold.get(journey.published().orderingKey());
        return waiting != null && waiting.contains(journey);
    }

    private synchronized void tellSettled() {
        Instant now = clock.instant();
        for (Deque<Journey> order : untold.values()) {
            while (!order.isEmpty() && order.peek().settled(now)) {
                teller.tell(order.remove());
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

    private static final class RecentEntries<V> extends LinkedHashMap<String, V> {

        private static final long serialVersionUID = 1L;

        private final int limit;

        private RecentEntries(int limit) {
            this.limit = limit;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > limit;
        }
    }
}
