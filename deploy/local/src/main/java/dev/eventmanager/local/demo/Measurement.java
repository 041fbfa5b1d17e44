package dev.eventmanager.local.demo;

import dev.eventmanager.local.journey.Sighting;
import dev.eventmanager.local.journey.Sighting.Handled;
import dev.eventmanager.local.journey.Sighting.Published;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How long it takes from the moment an order is posted until both billing and logistic have handled
 * its event, as their logs tell it. Orders are placed one by one: this measures latency, not
 * throughput.
 */
public final class Measurement {

  private static final int WARM_UP = 100;
  private static final long LIMIT_MILLIS = 20_000;
  private static final List<String> QUEUES = List.of("billing_order", "logistic_order");

  private final ShopClient shop;
  private final Clock clock;
  private final Map<String, String> orders = new HashMap<>();
  private final Map<String, Map<String, Instant>> handled = new HashMap<>();

  public Measurement(ShopClient shop, Clock clock) {
    this.shop = shop;
    this.clock = clock;
  }

  /** To be told what is seen of the events. */
  public synchronized void see(Sighting sighting) {
    if (sighting instanceof Published published
        && published.subject().routingKey().equals("order.v2.submit")) {
      orders.put(published.subject().order(), published.eventId());
    } else if (sighting instanceof Handled one) {
      handled.computeIfAbsent(one.eventId(), id -> new HashMap<>()).put(one.queue(), one.at());
    }
    notifyAll();
  }

  /** Measures so many orders, after some that only warm up. */
  public Result of(int count, Consumer<String> progress) throws InterruptedException {
    List<Duration> times = new ArrayList<>();
    for (int i = -WARM_UP; i < count; i++) {
      Duration time = one();
      if (i >= 0) {
        times.add(time);
      }
      progress.accept(i < 0 ? "warming up" : "%d of %d orders".formatted(i + 1, count));
    }
    return Result.of(times);
  }

  private Duration one() throws InterruptedException {
    Instant begin = clock.instant();
    String order = Long.toString(shop.place("c-1001", "tea", 1));
    return Duration.between(begin, awaitHandled(order));
  }

  private synchronized Instant awaitHandled(String order) throws InterruptedException {
    Instant deadline = clock.instant().plusMillis(LIMIT_MILLIS);
    while (true) {
      Map<String, Instant> queues = handled.getOrDefault(orders.getOrDefault(order, ""), Map.of());
      if (queues.keySet().containsAll(QUEUES)) {
        return QUEUES.stream().map(queues::get).max(Instant::compareTo).orElseThrow();
      }
      if (clock.instant().isAfter(deadline)) {
        throw new IllegalStateException(
            "Order %s was handled only from %s within %d s; the logs tell why"
                .formatted(order, queues.keySet(), LIMIT_MILLIS / 1000));
      }
      wait(100);
    }
  }

  /** What was measured, in milliseconds. */
  public record Result(int orders, double median, double ninetyFifth, double slowest) {

    static Result of(List<Duration> times) {
      double[] millis =
          times.stream().mapToDouble(time -> time.toNanos() / 1e6).sorted().toArray();
      return new Result(
          millis.length,
          millis[millis.length / 2],
          millis[(int) (millis.length * 0.95)],
          millis[millis.length - 1]);
    }

    @Override
    public String toString() {
      return "POST to handled in both other services, %d orders: median %.1f ms, 95 %% within %.1f ms, slowest %.1f ms"
          .formatted(orders, median, ninetyFifth, slowest);
    }
  }
}
