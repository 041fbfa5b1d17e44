package dev.eventmanager.bridge.mirror;

import static dev.eventmanager.emulator.Faults.answerLost;
import static dev.eventmanager.emulator.Faults.entryFails;
import static dev.eventmanager.emulator.Faults.none;
import static dev.eventmanager.emulator.Faults.refused;
import static dev.eventmanager.emulator.Faults.requestLost;
import static dev.eventmanager.emulator.Faults.throttled;
import static dev.eventmanager.emulator.Faults.unavailable;
import static dev.eventmanager.emulator.QueueReader.bodiesByGroup;
import static dev.eventmanager.sqs.fixture.Events.event;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.ParkReason;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.emulator.EmbeddedSqs;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hard cases that need nothing but a mirror and an SQS that fails. */
@Timeout(120)
class HardCasesTest {

  private static MirrorBench bench;

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
    parcels = bench.open(Clock.systemUTC());
  }

  @AfterEach
  void close() {
    parcels.close();
  }

  @Test
  @DisplayName(
      "1. Batch [A1,B1,C1], A1 fails with SenderFault=false: B and C proceed, A2 waits, final order A1, A2")
  void partialFailureHoldsBackNothingButItsGroup() {
    bench.proxy.once(entryFails("A1", "InternalError", false));

    accepted(parcels.mirror(named("A1", "B1", "C1", "A2", "B2", "C2")));

    assertThat(bodiesByGroup(parcels.reader.take(6)))
        .isEqualTo(
            Map.of("A", List.of("A1", "A2"), "B", List.of("B1", "B2"), "C", List.of("C1", "C2")));
    assertThat(parcels.count("bridge.events.retried")).isEqualTo(1);
  }

  @Test
  @DisplayName("2. Response dropped after acceptance, retried at 1 s: one copy")
  void leavesOneCopyWhenTheAnswerIsLost() {
    bench.proxy.once(answerLost()).once(answerLost());

    accepted(parcels.mirror(named("A1", "B1", "A2")));

    assertThat(bodiesByGroup(parcels.reader.take(3)))
        .isEqualTo(Map.of("A", List.of("A1", "A2"), "B", List.of("B1")));
    assertThat(parcels.reader.rest()).isEmpty();
    assertThat(parcels.count("bridge.events.in.doubt")).isZero();
  }

  @Test
  @DisplayName(
      "7. A storm of 503 and throttling: K converges, memory bounded, other groups unaffected")
  void getsThroughAStormOfFaultsInOrderAndOnce() {
    IntStream.range(0, 12)
        .forEach(i -> bench
            .proxy
            .once(unavailable())
            .once(none())
            .once(throttled())
            .once(answerLost())
            .once(entryFails("1-1", "InternalError", false))
            .once(requestLost()));
    var events = MirrorBench.events(50, 10);

    accepted(parcels.mirror(events));

    assertThat(bodiesByGroup(parcels.reader.take(500))).isEqualTo(MirrorBench.idsByKey(events));
    assertThat(parcels.reader.rest()).isEmpty();
    assertThat(parcels.parked.all()).isEmpty();
    assertThat(parcels.mirror.status().unresolved()).isZero();
  }

  @Test
  @DisplayName("7. ... as many batches are under way as SQS takes without throttling, and no more")
  void sendsNoMoreBatchesAtOnceThanSqsTakes() {
    var crowded = new AtomicReference<CrowdedTarget>();
    var events = MirrorBench.events(100, 10);
    try (var mirrored = bench.open(queue -> bench.crowded(queue, 3, crowded), Clock.systemUTC())) {

      accepted(mirrored.mirror(events));

      var target = crowded.get();
      assertThat(target.throttled.get()).isPositive().isLessThan(target.taken.get() / 2);
      assertThat(bodiesByGroup(mirrored.reader.take(1_000)))
          .isEqualTo(MirrorBench.idsByKey(events));
      assertThat(mirrored.reader.rest()).isEmpty();
    }
  }

  @Test
  @DisplayName(
      "7. ... it sends one batch at a time in the end, and as many as before once it is over")
  void shrinksWhileSqsThrottlesAndGrowsAgain() {
    bench.proxy.always(throttled());
    var events = MirrorBench.events(100, 10);
    var mirrored = parcels.mirror(events);
    eventually().until(() -> parcels.mirror.status().room() == 1);
    eventually().until(() -> parcels.mirror.status().unresolved() == events.size());

    bench.proxy.always(none());
    accepted(mirrored);

    assertThat(parcels.mirror.status().room()).isEqualTo(MirrorBench.MOST_BATCHES);
    assertThat(bodiesByGroup(parcels.reader.take(1_000))).isEqualTo(MirrorBench.idsByKey(events));
  }

  @Test
  @DisplayName("7. ... a group that SQS alone fails on leaves the others their room")
  void otherGroupsGoOnWhileOneKeepsFailing() {
    bench.proxy.always(entryFails("A1", "InternalError", false));

    var stuck = parcels.mirror(named("A1", "A2"));
    accepted(parcels.mirror(named("B1", "B2")));

    assertThat(bodiesByGroup(parcels.reader.take(2))).isEqualTo(Map.of("B", List.of("B1", "B2")));
    bench.proxy.always(none());
    accepted(stuck);
    assertThat(bodiesByGroup(parcels.reader.take(2))).isEqualTo(Map.of("A", List.of("A1", "A2")));
  }

  @ParameterizedTest(
      name =
          "8. Access denied, KMS error or deleted queue mid-stream: pause, no poison, resume by itself ({0})")
  @ValueSource(
      strings = {"AccessDenied", "KmsDisabled", "InvalidClientTokenId", "QueueDoesNotExist", "Odd"})
  void waitsOutWhatIsNotTheEventsFault(String code) {
    bench.proxy.always(refused(400, code));
    var waiting = parcels.mirror(named("A1", "A2", "B1"));
    eventually().until(() -> parcels.mirror.status().trouble().isPresent());

    bench.proxy.always(none());
    accepted(waiting);

    assertThat(bodiesByGroup(parcels.reader.take(3)))
        .isEqualTo(Map.of("A", List.of("A1", "A2"), "B", List.of("B1")));
    assertThat(parcels.parked.all()).isEmpty();
    eventually().until(() -> parcels.mirror.status().trouble().isEmpty());
  }

  @Test
  @DisplayName(
      "8. Access denied, KMS error or deleted queue mid-stream: pause, no poison, resume by itself (a queue that is really gone)")
  void goesOnByItselfOnceADeletedQueueIsBack() {
    accepted(parcels.mirror(named("A1")));
    bench.plain.deleteQueue(r -> r.queueUrl(parcels.queue.url())).join();
    var waiting = parcels.mirror(named("A2", "B1", "A3"));
    eventually().until(() -> parcels.mirror.status().trouble().isPresent());
    assertThat(waiting).isNotDone();

    bench
        .plain
        .createQueue(r ->
            r.queueName(parcels.queue.name()).attributesWithStrings(Map.of("FifoQueue", "true")))
        .join();
    accepted(waiting);

    assertThat(bodiesByGroup(parcels.reader.take(3)))
        .isEqualTo(Map.of("A", List.of("A2", "A3"), "B", List.of("B1")));
    assertThat(parcels.parked.all()).isEmpty();
  }

  @Test
  @DisplayName(
      "12. Two different events under one event id: reported as a conflict, not silently dropped")
  void parksAnEventUnderAnIdThatAnotherEventHas() {
    accepted(parcels.mirror(named("A1")));
    var impostor = event("A", "A1", "another body".getBytes(UTF_8));

    accepted(parcels.mirror(List.of(impostor, event("A", "A2"))));

    assertThat(bodiesByGroup(parcels.reader.take(2))).isEqualTo(Map.of("A", List.of("A1", "A2")));
    assertThat(parcels.parked.all()).singleElement().satisfies(parked -> {
      assertThat(parked.event()).isEqualTo(impostor);
      assertThat(parked.reason()).isEqualTo(ParkReason.ID_CONFLICT);
    });
    assertThat(parcels.count("bridge.events.conflicts")).isEqualTo(1);
  }

  @Test
  void sendsNothingTwiceThatIsDeliveredAgain() {
    accepted(parcels.mirror(named("A1")));
    var sends = bench.proxy.sends();

    accepted(parcels.mirror(named("A1")));

    assertThat(bench.proxy.sends()).isEqualTo(sends);
    assertThat(parcels.count("bridge.events.suppressed")).isEqualTo(1);
  }

  private static void accepted(CompletableFuture<Void> mirrored) {
    assertThat(mirrored).succeedsWithin(Duration.ofSeconds(60));
  }

  /** Each is named by its key and its number. */
  private static List<EncodedEvent> named(String... names) {
    return Stream.of(names).map(name -> event(name.substring(0, 1), name)).toList();
  }

  /** Longer than any request or back-off takes, and than a busy machine needs. */
  private static ConditionFactory eventually() {
    return await().atMost(Duration.ofMinutes(1));
  }
}
