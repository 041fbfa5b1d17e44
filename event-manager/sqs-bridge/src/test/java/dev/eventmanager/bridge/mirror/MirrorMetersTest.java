package dev.eventmanager.bridge.mirror;

import static dev.eventmanager.emulator.Faults.entryFails;
import static dev.eventmanager.emulator.Faults.throttled;
import static dev.eventmanager.emulator.Faults.unavailable;
import static dev.eventmanager.sqs.fixture.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.emulator.EmbeddedSqs;
import dev.eventmanager.emulator.Hold;
import dev.eventmanager.emulator.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What operators watch moves with what happens. */
@Timeout(60)
class MirrorMetersTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static MirrorBench bench;

  private final SettableClock clock = new SettableClock();
  private MirrorBench.Mirrored parcels;

  @BeforeAll
  static void start() {
    bench = new MirrorBench(EmbeddedSqs.start());
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @BeforeEach
  void open() {
    parcels = bench.open(clock);
  }

  @AfterEach
  void close() {
    parcels.close();
  }

  @Test
  void tellWhatIsUnderWayAndForHowLong() throws Exception {
    var hold = new Hold();
    bench.proxy.once(hold.request());

    var mirrored = parcels.mirror(event("A", "A1"));
    hold.awaitOne(PATIENCE);
    eventually().until(() -> gauge("bridge.batches.in.flight") == 1);
    assertThat(gauge("bridge.events.unresolved")).isEqualTo(1);
    clock.advance(Duration.ofSeconds(90));
    assertThat(age()).isEqualTo(90);
    assertThat(parcels.count("bridge.events.sent")).isZero();

    hold.release();

    assertThat(mirrored).succeedsWithin(PATIENCE);
    eventually().until(() -> gauge("bridge.events.unresolved") == 0);
    eventually().until(() -> gauge("bridge.batches.in.flight") == 0);
    assertThat(age()).isZero();
    assertThat(parcels.count("bridge.events.sent")).isEqualTo(1);
    var roundTrip = parcels.meters.get("bridge.round.trip").timer();
    assertThat(roundTrip.count()).isEqualTo(1);
    assertThat(roundTrip.totalTime(TimeUnit.SECONDS)).isEqualTo(90);
  }

  @Test
  void tellHowFullBatchesAre() {
    var mirrored = parcels.mirror(MirrorBench.events(10, 1));

    assertThat(mirrored).succeedsWithin(PATIENCE);
    var fill = parcels.meters.get("bridge.batch.fill").summary();
    assertThat(fill.totalAmount()).isEqualTo(10);
    assertThat(fill.count()).isEqualTo(bench.proxy.sends());
  }

  @Test
  void tellThrottlesFromOtherOutagesAndBothNarrowTheRoom() {
    assertThat(gauge("bridge.batches.room")).isEqualTo(MirrorBench.MOST_BATCHES);
    bench.proxy.once(throttled());

    assertThat(parcels.mirror(event("A", "A1"))).succeedsWithin(PATIENCE);
    assertThat(parcels.count("bridge.events.throttled")).isEqualTo(1);
    assertThat(parcels.count("bridge.events.outages")).isEqualTo(1);
    assertThat(gauge("bridge.batches.room")).isLessThan(MirrorBench.MOST_BATCHES);
    eventually().until(() -> gauge("bridge.paused") == 0);

    bench.proxy.always(unavailable());
    var waiting = parcels.mirror(event("A", "A2"));
    eventually().until(() -> gauge("bridge.paused") == 1);
    bench.proxy.heal();

    assertThat(waiting).succeedsWithin(PATIENCE);
    eventually().until(() -> gauge("bridge.paused") == 0);
    assertThat(parcels.count("bridge.events.throttled")).isEqualTo(1);
    assertThat(parcels.count("bridge.events.outages")).isGreaterThan(1);
  }

  @Test
  void tellWhatIsParkedAndWhatIsSuppressed() {
    bench.proxy.always(entryFails("B1", "InvalidMessageContents", true));

    assertThat(parcels.mirror(List.of(event("A", "A1"), event("B", "B1"))))
        .succeedsWithin(PATIENCE);
    assertThat(parcels.count("bridge.events.parked")).isEqualTo(1);
    // The receipt is written a moment after the delivery is done with.
    eventually().until(() -> {
      assertThat(parcels.mirror(event("A", "A1"))).succeedsWithin(PATIENCE);
      return parcels.count("bridge.events.suppressed") > 0;
    });
  }

  private double gauge(String name) {
    return parcels.meters.get(name).gauge().value();
  }

  private double age() {
    return parcels.meters.get("bridge.oldest.unresolved.age").timeGauge().value(TimeUnit.SECONDS);
  }

  private static ConditionFactory eventually() {
    return await().atMost(PATIENCE);
  }
}
