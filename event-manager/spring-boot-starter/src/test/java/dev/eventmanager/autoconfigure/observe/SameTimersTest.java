package dev.eventmanager.autoconfigure.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.handling.HandlingInterceptor.Invocation;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whether by observations or by timers alone: whoever reads the meters reads the same. */
class SameTimersTest {

  private final MockClock clock = new MockClock();
  private final MeterRegistry observed = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
  private final MeterRegistry timed = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
  private final List<Observing> bothWays =
      List.of(Observing.byObservations(observations(observed)), Observing.byTimersAlone(timed));

  @Test
  void ofWhatWasPublishedWithEachOutcome() {
    List<PublishOutcome> outcomes = List.of(
        new PublishOutcome.Confirmed(),
        new PublishOutcome.Confirmed(),
        new PublishOutcome.Stored(),
        new PublishOutcome.Unroutable(312, "NO_ROUTE"),
        new PublishOutcome.Rejected("full"),
        new PublishOutcome.NotSent("away"),
        new PublishOutcome.Unknown("late", Optional.empty()));

    outcomes.forEach(outcome -> publish(CompletableFuture.completedFuture(outcome)));

    assertThat(timers(timed))
        .hasSize(6)
        .isEqualTo(timers(observed))
        .contains(new Reading(
            "event.publish",
            List.of("error=none", "event=visit.v1.leave", "exchange=visit", "outcome=confirmed"),
            "seconds",
            2,
            Duration.ofMillis(6).toNanos()));
  }

  @Test
  void ofASendThatFailedAfterAll() {
    publish(CompletableFuture.failedFuture(new IOException("away")));

    assertThat(timers(timed)).hasSize(1).isEqualTo(timers(observed));
  }

  @Test
  void ofASendThatWasRefusedAtOnce() {
    for (Observing observing : bothWays) {
      assertThatThrownBy(() -> observing
              .publishing(event -> {
                throw new IllegalStateException("read-only");
              })
              .send(Departure.published()))
          .hasMessage("read-only");
    }

    assertThat(timers(timed)).isEqualTo(timers(observed)).isEmpty();
  }

  @Test
  void ofHandlersThatSucceedOrFail() throws Exception {
    handle(() -> {});
    handle(() -> {});
    failToHandle(new IOException("checked"));
    failToHandle(new IllegalStateException("unchecked"));
    failToHandle(new AssertionError("an error"));
    failToHandle(new RuntimeException("of no name") {});

    assertThat(timers(timed))
        .hasSize(5)
        .isEqualTo(timers(observed))
        .contains(new Reading(
            "event.handle",
            List.of("error=IOException", "event=visit.v1.leave", "queue=hotel_visit"),
            "seconds",
            1,
            Duration.ofMillis(3).toNanos()));
  }

  private void publish(CompletableFuture<PublishOutcome> outcome) {
    for (Observing observing : bothWays) {
      CompletableFuture<Void> answered = new CompletableFuture<>();
      CompletableFuture<PublishOutcome> sent = observing
          .publishing(event -> answered.thenCompose(now -> outcome))
          .send(Departure.published());
      clock.add(Duration.ofMillis(3));
      answered.complete(null);
      assertThat(sent).isDone();
    }
  }

  private void handle(Invocation handler) throws Exception {
    for (Observing observing : bothWays) {
      observing.handling().intercept(Departure.handled(), () -> {
        clock.add(Duration.ofMillis(3));
        handler.proceed();
      });
    }
  }

  private void failToHandle(Throwable failure) {
    for (Observing observing : bothWays) {
      assertThatThrownBy(() -> observing.handling().intercept(Departure.handled(), () -> {
            clock.add(Duration.ofMillis(3));
            throwAny(failure);
          }))
          .isSameAs(failure);
    }
  }

  private static void throwAny(Throwable failure) throws Exception {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (Exception) failure;
  }

  private static ObservationRegistry observations(MeterRegistry meters) {
    ObservationRegistry registry = ObservationRegistry.create();
    registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
    return registry;
  }

  private static List<Reading> timers(MeterRegistry meters) {
    return meters.getMeters().stream()
        .filter(Timer.class::isInstance)
        .map(Timer.class::cast)
        .map(Reading::of)
        .sorted((one, other) -> one.toString().compareTo(other.toString()))
        .toList();
  }

  private record Reading(
      String name, List<String> tags, String unit, long count, double nanoseconds) {

    static Reading of(Timer timer) {
      Meter.Id id = timer.getId();
      return new Reading(
          id.getName(),
          id.getTags().stream().map(tag -> tag.getKey() + "=" + tag.getValue()).toList(),
          String.valueOf(id.getBaseUnit()),
          timer.count(),
          timer.totalTime(TimeUnit.NANOSECONDS));
    }
  }
}
