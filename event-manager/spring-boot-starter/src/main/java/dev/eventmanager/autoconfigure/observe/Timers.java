package dev.eventmanager.autoconfigure.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;

/**
 * The timers of one name, by what they tell apart. Each is looked up in the registry once, since
 * that takes longer than timing does; there are as many here as there. Thread-safe.
 */
final class Timers<K extends Record> {

  private final ConcurrentMap<K, Timer> known = new ConcurrentHashMap<>();
  private final MeterRegistry meters;
  private final BiFunction<K, MeterRegistry, Timer> registered;

  Timers(MeterRegistry meters, BiFunction<K, MeterRegistry, Timer> registered) {
    this.meters = meters;
    this.registered = registered;
  }

  Timer.Sample start() {
    return Timer.start(meters);
  }

  void stop(Timer.Sample sample, K tags) {
    sample.stop(timer(tags));
  }

  private Timer timer(K tags) {
    Timer timer = known.get(tags);
    return timer == null
        ? known.computeIfAbsent(tags, unknown -> registered.apply(unknown, meters))
        : timer;
  }
}
