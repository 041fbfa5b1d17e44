package dev.eventmanager.bridge.operate;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A route as operators see it; what is counted is counted since this instance started. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RouteView(
    String route,
    String from,
    String to,
    OperatedStatus.State state,
    @Nullable String waitsFor,
    @Nullable Long waiting,
    int inHand,
    @Nullable Instant oldest,
    @Nullable Long oldestSeconds,
    int batchesInFlight,
    long parked,
    long inDoubt,
    long suppressed,
    long outages) {

  static RouteView of(OperatedStatus status, MeterRegistry registry, Instant now) {
    return new RouteView(
        status.route(),
        status.from(),
        status.to(),
        status.state(),
        status.waitsFor().orElse(null),
        status.waiting().isPresent() ? (Long) status.waiting().getAsLong() : null,
        status.inHand(),
        status.oldest().orElse(null),
        status.oldest().map(oldest -> Duration.between(oldest, now).toSeconds()).orElse(null),
        status.batchesInFlight(),
        status.parked(),
        counted(registry, "bridge.events.in.doubt", status),
        counted(registry, "bridge.events.suppressed", status),
        counted(registry, "bridge.events.outages", status));
  }

  private static long counted(MeterRegistry registry, String name, OperatedStatus status) {
    return registry.find(name).tag("queue", status.to()).counters().stream()
        .mapToLong(counter -> Math.round(counter.count()))
        .sum();
  }
}
