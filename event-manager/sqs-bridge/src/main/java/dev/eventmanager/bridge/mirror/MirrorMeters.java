package dev.eventmanager.bridge.mirror;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A mirror's metrics, each tagged with its SQS queue. */
final class MirrorMeters {

  private final Counter sent;
  private final Counter retried;
  private final Counter parked;
  private final Counter inDoubt;
  private final Counter outages;
  private final DistributionSummary batchFill;

  MirrorMeters(MeterRegistry registry, String queue, Supplier<MirrorStatus> status, Clock clock) {
    sent = counter(registry, queue, "sent", "Events that SQS accepted");
    retried = counter(registry, queue, "retried", "Events sent again after a failed attempt");
    parked = counter(registry, queue, "parked", "Events that were parked instead of mirrored");
    inDoubt = counter(
        registry, queue, "in.doubt", "Events sent again though SQS may hold a copy already");
    outages = counter(registry, queue, "outages", "Pauses: SQS throttled, refused or not reached");
    batchFill = DistributionSummary.builder("bridge.batch.fill")
        .description("Entries in a batch, of ten")
        .tag("queue", queue)
        .register(registry);
    Gauge.builder("bridge.events.unresolved", () -> status.get().unresolved())
        .description("Events taken that SQS does not hold yet")
        .tag("queue", queue)
        .register(registry);
    Gauge.builder("bridge.paused", () -> status.get().trouble().isPresent() ? 1 : 0)
        .description("1 while SQS takes nothing")
        .tag("queue", queue)
        .register(registry);
    TimeGauge.builder(
            "bridge.oldest.unresolved.age", () -> age(status.get(), clock), TimeUnit.MILLISECONDS)
        .description("For how long the oldest unresolved event has been waiting")
        .tag("queue", queue)
        .register(registry);
  }

  void sent() {
    sent.increment();
  }

  void retried() {
    retried.increment();
  }

  void parked() {
    parked.increment();
  }

  void inDoubt() {
    inDoubt.increment();
  }

  void outage() {
    outages.increment();
  }

  void batch(int entries) {
    batchFill.record(entries);
  }

  private static Counter counter(MeterRegistry registry, String queue, String name, String what) {
    return Counter.builder("bridge.events." + name)
        .description(what)
        .tag("queue", queue)
        .register(registry);
  }

  private static long age(MirrorStatus status, Clock clock) {
    return status
        .oldest()
        .map(t -> Duration.between(t, clock.instant()).toMillis())
        .orElse(0L);
  }
}
