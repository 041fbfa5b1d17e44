package dev.eventmanager.benchmarks.measuring;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When events were expected and when they arrived. Thread-safe. */
public final class Arrivals {

  private final Map<String, Long> expected = new ConcurrentHashMap<>();
  private volatile Figures delays = new Figures();

  /** Begins to collect anew. */
  public Figures collect() {
    Figures fresh = new Figures();
    delays = fresh;
    return fresh;
  }

  /** The event's time runs from now on. */
  public void expect(String eventId) {
    expected.put(eventId, System.nanoTime());
  }

  public void arrived(String eventId) {
    Long since = expected.remove(eventId);
    if (since != null) {
      delays.add((System.nanoTime() - since) / 1e6);
    }
  }
}
