package dev.eventmanager.bridge.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.Event;
import dev.eventmanager.bridge.fixture.Publisher;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.emulator.EmbeddedSqs;
import dev.eventmanager.emulator.FaultProxy;
import dev.eventmanager.emulator.Faults;
import dev.eventmanager.emulator.Operation;
import dev.eventmanager.s3.ObjectChange;
import dev.eventmanager.s3.S3Events;
import dev.eventmanager.sqs.connection.UnusableException;
import dev.eventmanager.testkit.broker.VirtualHost;
import dev.eventmanager.testkit.probe.EventProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of notifications, whichever the database. */
abstract class S3NotificationsContract {

  private static final Duration AT_ONCE = Duration.ZERO;
  private static final Duration WHEN_TOLD = Duration.ofDays(1);

  private static EmbeddedSqs sqs;
  private FaultProxy proxy;
  private NotificationsFixture fixture;

  @BeforeAll
  static void startSqs() {
    sqs = EmbeddedSqs.start();
  }

  @AfterAll
  static void stopSqs() {
    sqs.close();
  }

  abstract NotificationsDatabase database();

  @BeforeEach
  void open(ConnectionFactory factory) throws Exception {
    try (var publisher = new Publisher(factory)) {
      publisher.declareExchange("s3");
    }
    proxy = FaultProxy.before(sqs.endpoint());
    fixture = new NotificationsFixture(factory, sqs, proxy, database());
  }

  @AfterEach
  void close() throws Exception {
    fixture.close();
    database().close();
    proxy.close();
  }

  @Test
  void publishesWhatComesShuffledAndTwiceInOrderAndOnce(EventProbe probe) {
    var told = shuffledTwice(40, 10, 7);
    fixture.start(WHEN_TOLD);
    fixture.tell(told);
    eventually().until(() -> database().rows() == 400 && fixture.queueIsEmpty());

    database().makeDue();

    probe.received().within(Duration.ofSeconds(60)).awaitCount(400);
    eventually().until(database()::nothingWaits);
    assertThat(sequencersByKey(probe))
        .hasSize(40)
        .allSatisfy((key, sequencers) ->
            assertThat(sequencers).hasSize(10).isSorted().doesNotHaveDuplicates());
    assertThat(probe.received().of(S3Events.LATE)).isEmpty();
    assertThat(fixture.counted("duplicates")).isEqualTo(400);
  }

  @Test
  void keepsOrderAndOnceAcrossSeveralInstancesThatHardlyWait(EventProbe probe) {
    fixture.start(AT_ONCE);
    fixture.start(AT_ONCE);
    fixture.start(AT_ONCE);
    fixture.tell(shuffledTwice(20, 10, 8));

    probe.received().within(Duration.ofSeconds(60)).awaitCount(200);
    eventually().until(() -> fixture.queueIsEmpty() && database().nothingWaits());

    assertThat(probe.received().all())
        .hasSize(200)
        .extracting(event -> event.metadata().id().replace("-late", ""))
        .doesNotHaveDuplicates();
    assertThat(sequencersByKey(probe))
        .allSatisfy((key, sequencers) -> assertThat(sequencers).isSorted());
    assertThat(probe.received().payloads(S3Events.LATE))
        .allSatisfy(late -> assertThat(sequencersByKey(probe).get(late.key()))
            .last()
            .satisfies(
                newest -> assertThat(newest).isGreaterThan(late.sequencer().orElseThrow())));
  }

  @Test
  void publishesAsLateWhatComesAfterSomethingNewer(EventProbe probe) {
    fixture.start(AT_ONCE);
    fixture.tell(Notices.put("a b.pdf", "05"));
    var newer = probe.await(S3Events.CREATED);

    fixture.tell(Notices.put("a b.pdf", "04"));

    var late = probe.await(S3Events.LATE);
    assertThat(late.payload().sequencer()).contains("04");
    assertThat(late.metadata().orderingKey())
        .isEqualTo(newer.metadata().orderingKey())
        .isEqualTo("invoices/a b.pdf");
    assertThat(late.metadata().routingKey()).isEqualTo("s3.v1.late");
  }

  @Test
  void knowsACopyOfWhatWasPublishedLongBeforeSomethingNewer(EventProbe probe) {
    fixture.start(AT_ONCE);
    fixture.tell(Notices.put("a", "05"));
    probe.await(S3Events.CREATED);
    fixture.tell(Notices.put("a", "06"));
    probe.received().awaitCount(2);

    fixture.tell(Notices.put("a", "05"));

    eventually().until(() -> fixture.counted("duplicates") == 1);
    eventually().until(() -> fixture.queueIsEmpty() && database().nothingWaits());
    assertThat(probe.received().all()).hasSize(2);
  }

  @Test
  void publishesOnceWhatSqsGivesAgainBecauseItWasNotDeleted(EventProbe probe) {
    proxy.always(Operation.DELETE_MESSAGE_BATCH, Faults.requestLost());
    fixture.start(AT_ONCE);
    fixture.tell(Notices.put("a", "01"));
    eventually().until(() -> fixture.counted("duplicates") >= 2);

    proxy.heal();

    eventually().until(() -> fixture.queueIsEmpty() && database().nothingWaits());
    assertThat(probe.received().all()).hasSize(1);
  }

  @Test
  void goesOnWithWhatAnInstanceHadTakenThatIsGone(EventProbe probe) {
    var gone = fixture.start(WHEN_TOLD);
    fixture.tell(Notices.put("a", "02"));
    fixture.tell(Notices.put("a", "01"));
    eventually().until(() -> fixture.queueIsEmpty() && database().rows() == 2);
    gone.close();
    database().makeDue();

    fixture.start(WHEN_TOLD);

    probe.received().awaitCount(2);
    assertThat(sequencersByKey(probe)).isEqualTo(Map.of("a", List.of("01", "02")));
  }

  @Test
  void holdsAnObjectWhoseEventNoQueueTakesAndSaysSo(VirtualHost virtualHost) {
    var running = fixture.start(AT_ONCE);
    fixture.tell(Notices.put("a", "01"));
    eventually().until(() -> !running.status().isFlowing());
    assertThat(running.status().heldObjects()).singleElement().asString().startsWith("invoices/a:");

    var everything = EventCatalogue.load(getClass().getClassLoader());
    try (var probe = EventProbe.listen(virtualHost, everything)) {
      assertThat(probe.await(S3Events.CREATED).payload().key()).isEqualTo("a");
      eventually().until(() -> running.status().isFlowing());
    }
  }

  @Test
  void leavesWhatIsNoNotificationInTheQueueAndTakesTheRest(EventProbe probe) {
    fixture.start(AT_ONCE);
    fixture.tell("hello");
    fixture.tell(Notices.test());
    fixture.tell(Notices.put("a", "01"));

    probe.await(S3Events.CREATED);
    eventually().until(() -> fixture.counted("unreadable") >= 2);
    assertThat(fixture.queueIsEmpty()).isFalse();
    assertThat(probe.received().all()).hasSize(1);
  }

  @Test
  void saysThatSqsIsAwayAndGoesOnByItself(EventProbe probe) {
    proxy.always(Operation.RECEIVE_MESSAGE, Faults.unavailable());
    var running = fixture.start(AT_ONCE);
    eventually().until(() -> !running.status().isFlowing());
    assertThat(running.status().troubles()).containsOnlyKeys(fixture.queue());

    proxy.heal();
    fixture.tell(Notices.put("a", "01"));

    probe.await(S3Events.CREATED);
    eventually().until(() -> running.status().isFlowing());
  }

  @Test
  void refusesAQueueThatIsMissingOrFifo() {
    assertThatThrownBy(() -> fixture.start("nowhere", AT_ONCE))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("no SQS queue nowhere");
    assertThatThrownBy(() -> fixture.start("uploads.fifo", AT_ONCE))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("which S3 cannot notify");
  }

  /** Notifications of so many objects, so many of each, twice each. */
  private static List<String> shuffledTwice(int objects, int each, long seed) {
    var told = new ArrayList<String>();
    IntStream.range(0, objects)
        .forEach(object -> IntStream.rangeClosed(1, each)
            .forEach(n -> told.add(Notices.put("object-" + object, "%04X".formatted(n)))));
    var twice = new ArrayList<>(told);
    twice.addAll(told);
    Collections.shuffle(twice, new Random(seed));
    assertThat(new HashSet<>(twice)).hasSize(objects * each);
    return twice;
  }

  private static Map<String, List<String>> sequencersByKey(EventProbe probe) {
    return probe.received().of(S3Events.CREATED).stream()
        .map(Event::payload)
        .collect(Collectors.groupingBy(
            ObjectChange::key,
            Collectors.mapping(change -> change.sequencer().orElseThrow(), Collectors.toList())));
  }

  private static ConditionFactory eventually() {
    return await().atMost(Duration.ofSeconds(60));
  }
}
