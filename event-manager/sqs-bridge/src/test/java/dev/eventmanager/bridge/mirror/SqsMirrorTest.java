package dev.eventmanager.bridge.mirror;

import static dev.eventmanager.emulator.Faults.bodyAltered;
import static dev.eventmanager.emulator.Faults.entryFails;
import static dev.eventmanager.emulator.Faults.none;
import static dev.eventmanager.emulator.Faults.refused;
import static dev.eventmanager.emulator.Faults.tooLongBeyond;
import static dev.eventmanager.emulator.Faults.unavailable;
import static dev.eventmanager.emulator.QueueReader.bodiesByGroup;
import static dev.eventmanager.sqs.fixture.Events.RABBIT_QUEUE;
import static dev.eventmanager.sqs.fixture.Events.event;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.ParkReason;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.emulator.EmbeddedSqs;
import dev.eventmanager.handling.Delivery;
import dev.eventmanager.handling.ParkedEvent;
import dev.eventmanager.sqs.mapping.MessageMapping;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sqs.model.Message;

@Timeout(120)
class SqsMirrorTest {

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
  void givesAPlainConsumerTheVeryEvent() {
    var event = event("a", "A1", "{\"name\":\"Zoë 😀\"}".getBytes(UTF_8));

    accepted(parcels.mirror(event));

    assertThat(parcels.reader.take(1)).map(SqsMirrorTest::read).containsExactly(event);
  }

  @ParameterizedTest
  @MethodSource("bodiesThatSqsDoesNotTake")
  void givesBodiesThatSqsDoesNotTakeBackByteForByte(byte[] body) {
    var event = event("key with space é", "id with space", body);

    accepted(parcels.mirror(event));

    assertThat(parcels.reader.take(1)).map(SqsMirrorTest::read).containsExactly(event);
  }

  static Stream<byte[]> bodiesThatSqsDoesNotTake() {
    return Stream.of(new byte[0], new byte[] {1}, new byte[] {(byte) 0xC3}, new byte[] {0, 'a'});
  }

  @Test
  void sendsManyEventsOfManyGroupsInFewRequestsAndInOrder() {
    var events = MirrorBench.events(200, 10);

    accepted(parcels.mirror(events));

    assertThat(bodiesByGroup(parcels.reader.take(2_000))).isEqualTo(MirrorBench.idsByKey(events));
    assertThat(bench.proxy.sends()).isLessThan(1_000);
  }

  @Test
  void notesManyEventsWithOneWriteOfTheLedger() {
    accepted(parcels.mirror(MirrorBench.events(1_000, 1)));

    assertThat(parcels.ledger.writes()).isLessThan(500);
  }

  @Test
  void parksWhatSqsRefusesAndItsSuccessorsBehindIt() {
    bench.proxy.always(entryFails("A2", "InvalidMessageContents", true));
    var names = List.of("A1", "A2", "B1", "A3", "B2", "A4");

    accepted(parcels.mirror(names.stream().map(SqsMirrorTest::eventNamed).toList()));

    assertThat(bodiesByGroup(parcels.reader.take(3)))
        .isEqualTo(Map.of("A", List.of("A1"), "B", List.of("B1", "B2")));
    assertThat(parcels.parked.ids()).containsExactly("A2", "A3", "A4");
    assertThat(parcels.parked.all())
        .extracting(ParkedEvent::reason)
        .containsExactly(
            ParkReason.NOT_MIRRORED, ParkReason.BEHIND_PARKED, ParkReason.BEHIND_PARKED);
    assertThat(parcels.parked.all().get(0).explanation()).contains("InvalidMessageContents");
  }

  @Test
  void parksWhatIsLargerThanTheQueueTakes() {
    var limit = parcels.queue.maximumMessageSize();
    var envelope =
        new MessageMapping().toMessage(event("A", "A1", new byte[] {'x'})).size() - 1;

    accepted(parcels.mirror(event("A", "A1", filled(limit - envelope))));
    accepted(parcels.mirror(event("B", "B1", filled(limit - envelope + 1))));

    assertThat(parcels.reader.take(1)).hasSize(1);
    assertThat(parcels.parked.ids()).containsExactly("B1");
    assertThat(parcels.parked.all().get(0).explanation()).contains("takes 1,048,576");
  }

  @Test
  void splitsABatchThatIsTooLong() {
    bench.proxy.always(tooLongBeyond(3));
    var events = MirrorBench.events(10, 2);

    accepted(parcels.mirror(events));

    assertThat(bodiesByGroup(parcels.reader.take(20))).isEqualTo(MirrorBench.idsByKey(events));
    assertThat(parcels.parked.all()).isEmpty();
  }

  @Test
  void findsTheOneEntryThatMakesSqsRefuseABatch() {
    bench.proxy.always((request, target) -> (request.toString().contains("\"MessageBody\":\"B1\"")
            ? refused(400, "InvalidParameterValue")
            : none())
        .apply(request, target));

    accepted(parcels.mirror(List.of(eventNamed("A1"), eventNamed("B1"), eventNamed("C1"))));

    assertThat(parcels.parked.ids()).containsExactly("B1");
    assertThat(bodiesByGroup(parcels.reader.take(2)))
        .isEqualTo(Map.of("A", List.of("A1"), "C", List.of("C1")));
  }

  @Test
  void parksAnEventWhoseBodySqsAltered() {
    bench.proxy.once(bodyAltered());

    accepted(parcels.mirror(eventNamed("A1")));

    assertThat(parcels.parked.all().get(0).explanation()).contains("another body");
  }

  @Test
  void sendsNothingThatTheBrokerTookBack() {
    bench.proxy.always(unavailable());
    var ours = new AtomicBoolean(true);
    var lost =
        parcels.mirror.process(new Delivery(RABBIT_QUEUE, eventNamed("A1"), false, ours::get));
    eventually().until(() -> parcels.mirror.status().trouble().isPresent());

    ours.set(false);

    eventually().until(lost::isCompletedExceptionally);
    bench.proxy.always(none());
    assertThat(parcels.reader.rest()).isEmpty();
  }

  @Test
  void givesUpWhatIsUnresolvedWhenClosed() {
    bench.proxy.always(unavailable());
    var waiting = parcels.mirror(eventNamed("A1"));

    parcels.mirror.close();

    assertThat(waiting).isCompletedExceptionally();
    assertThat(parcels.mirror(eventNamed("A2"))).isCompletedExceptionally();
  }

  private static void accepted(CompletableFuture<Void> mirrored) {
    assertThat(mirrored).succeedsWithin(Duration.ofSeconds(60));
  }

  /** Named by its key and its number. */
  private static EncodedEvent eventNamed(String name) {
    return event(name.substring(0, 1), name);
  }

  private static byte[] filled(int bytes) {
    return "x".repeat(bytes).getBytes(UTF_8);
  }

  private static EncodedEvent read(Message message) {
    var attributes = message.messageAttributes().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, a -> a.getValue().stringValue()));
    return new MessageMapping().toEvent(message.body(), attributes);
  }

  /** Longer than any request or back-off takes, and than a busy machine needs. */
  private static ConditionFactory eventually() {
    return await().atMost(Duration.ofMinutes(1));
  }
}
