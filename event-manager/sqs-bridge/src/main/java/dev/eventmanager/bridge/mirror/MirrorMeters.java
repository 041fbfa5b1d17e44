package dev.eventmanager.bridge.mirror;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
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
  private final Counter suppressed;
  private final Counter conflicts;
  private final Counter takenAside;
  private final Counter outages;
  private final Counter throttles;
  private final Timer roundTrip;
  private final DistributionSummary batchFill;

  MirrorMeters(MeterRegistry registry, String queue, Supplier<MirrorStatus> status, Clock clock) {
    sent = counter(registry, queue, "sent", "Events that SQS accepted");
    retried = counter(registry, queue, "retried", "Events sent again after a failed attempt");
    parked = counter(registry, queue, "parked", "Events that were parked instead of mirrored");
    inDoubt = counter(
        registry, queue, "in.doubt", "Events sent again though SQS may hold a copy already");
    suppressed = counter(
        registry, queue, "suppressed", "Events that came again, and of which there was a receipt");
    conflicts = counter(
        registry, queue, "conflicts", "Events parked since another was mirrored under their id");
    takenAside = counter(
        registry,
        queue,
        "taken.aside",
        "Events of crowding groups that took their way through the database");
    outages = counter(registry, queue, "outages", "Pauses: SQS throttled, refused or not reached");
    throttles = counter(registry, queue, "throttled", "Those pauses for which SQS throttled");
    roundTrip = Timer.builder("bridge.round.trip")
        .description("From sending a batch until its answer")
        .tag("queue", queue)
        .register(registry);
    batchFill = DistributionSummary.builder("bridge.batch.fill")
        .description("Entries in a batch, of ten")
        .tag("queue", queue)
        .register(registry);
    Gauge.builder("bridge.events.unresolved", () -> status.get().unresolved())
        .description("Events taken that SQS does not hold yet")
        .tag("queue", queue)
        .register(registry);
    Gauge.builder("bridge.batches.in.flight", () -> status.get().batchesInFlight())
        .description("Batches that are under way")
        .tag("queue", queue)
        .register(registry);
    Gauge.builder("bridge.batches.room", () -> status.get().room())
        .description("Batches that may be under way at once; fewer while SQS throttles or fails")
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

  void suppressed() {
    suppressed.increment();
  }

  void conflict() {
    conflicts.increment();
  }

  void takenAside(int events) {
    takenAside.increment(events);
  }

  void outage(boolean throttled) {
    outages.increment();
    if (throttled) {
      throttles.increment();
    }
  }

  void roundTrip(Duration took) {
    roundTrip.record(took);
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
