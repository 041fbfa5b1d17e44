package dev.eventmanager.bridge;

import dev.eventmanager.autoconfigure.Phases;
import dev.eventmanager.bridge.route.RunningRoute;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Measures how far each route is behind, on the broker and in the database. They are asked now and
 * then and not when somebody reads the metric: one that does not answer would hold up all others.
 */
@Component
class Waiting implements SmartLifecycle {

  private static final Duration UNTIL_ASKED_AGAIN = Duration.ofSeconds(10);

  private final Bridge bridge;
  private final MeterRegistry registry;
  private final Map<String, Double> waiting = new ConcurrentHashMap<>();
  private final Map<String, Double> kept = new ConcurrentHashMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(work -> {
        var daemon = new Thread(work, "waiting");
        daemon.setDaemon(true);
        return daemon;
      });
  private volatile boolean running = false;

  Waiting(Bridge bridge, MeterRegistry registry) {
    this.bridge = bridge;
    this.registry = registry;
  }

  @Override
  public void start() {
    running = true;
    bridge.running().forEach(this::register);
    thread.scheduleWithFixedDelay(
        () -> bridge.running().forEach(this::ask),
        0,
        UNTIL_ASKED_AGAIN.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private void register(RunningRoute route) {
    var target = route.route().target();
    Gauge.builder("bridge.events.waiting", () -> waiting.getOrDefault(target, Double.NaN))
        .description("Events on the broker that the bridge has not taken yet")
        .tag("queue", target)
        .register(registry);
    Gauge.builder("bridge.events.kept", () -> kept.getOrDefault(target, Double.NaN))
        .description("Events in the database: parked, to be tried again, and behind such ones")
        .tag("queue", target)
        .register(registry);
  }

  private void ask(RunningRoute route) {
    var target = route.route().target();
    var count = route.waiting();
    waiting.put(target, count.isPresent() ? (double) count.getAsLong() : Double.NaN);
    kept.put(target, kept(route));
  }

  private static double kept(RunningRoute route) {
    try {
      return route.status().parked();
    } catch (RuntimeException away) {
      return Double.NaN;
    }
  }

  @Override
  public void stop() {
    running = false;
    thread.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** After the routes. */
  @Override
  public int getPhase() {
    return Phases.CONSUMERS + 2;
  }
}
