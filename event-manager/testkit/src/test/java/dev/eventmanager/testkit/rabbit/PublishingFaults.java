package dev.eventmanager.testkit.rabbit;

import static dev.eventmanager.testkit.rabbit.BusFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.PublishOutcome.Confirmed;
import dev.eventmanager.PublishOutcome.NotSent;
import dev.eventmanager.PublishOutcome.Rejected;
import dev.eventmanager.PublishOutcome.Unknown;
import dev.eventmanager.PublishOutcome.Unroutable;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import dev.eventmanager.rabbit.publish.TransportStatus.State;
import dev.eventmanager.testkit.broker.VirtualHost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of events on their way to the broker, over a network that fails. */
abstract class PublishingFaults {

  BusFixture bus;

  @BeforeEach
  void open(VirtualHost virtualHost) throws Exception {
    bus = new BusFixture(virtualHost);
  }

  @AfterEach
  void close() throws Exception {
    bus.close();
  }

  @Test
  void resendsInOrderWhatWasInFlightWhenTheConnectionWasCut() throws Exception {
    RabbitTransport transport = bus.transport();
    List<CompletableFuture<PublishOutcome>> outcomes = new ArrayList<>();
    for (int number = 0; number < 3_000; number++) {
      outcomes.add(transport.send(bus.event("one key", number)));
      if (number % 700 == 350) {
        bus.network.cutOnce();
      }
    }

    assertThat(outcomes)
        .allSatisfy(outcome -> assertThat(outcome.join()).isEqualTo(new Confirmed()));
    assertThat(bus.take(3_000))
        .containsExactlyElementsOf(
            IntStream.range(0, 3_000).mapToObj(Integer::toString).toList());
  }

  /** A caller writes itself where nothing is under way, and else has the line's thread write. */
  @Test
  void keepsEachKeysOrderWhoeverWritesWhileTheConnectionIsCut() throws Exception {
    RabbitTransport transport = bus.transport();
    int keys = 4;
    int each = 600;
    List<CompletableFuture<Void>> publishers = IntStream.range(0, keys)
        .mapToObj(key -> CompletableFuture.runAsync(
            () -> publishNowWaitingAndNowNot(transport, key, each),
            work -> new Thread(work).start()))
        .toList();
    publishers.forEach(CompletableFuture::join);

    List<Integer> taken = bus.take(keys * each).stream().map(Integer::valueOf).toList();
    for (int key = 0; key < keys; key++) {
      int first = key * each;
      assertThat(taken.stream().filter(number -> number / each == first / each))
          .containsExactlyElementsOf(
              IntStream.range(first, first + each).boxed().toList());
    }
  }

  private void publishNowWaitingAndNowNot(RabbitTransport transport, int key, int count) {
    for (int number = key * count; number < (key + 1) * count; number++) {
      CompletableFuture<PublishOutcome> outcome = transport.send(bus.event("key-" + key, number));
      if (number % 3 != 0) {
        assertThat(outcome.join()).isEqualTo(new Confirmed());
      }
      if (number % count == count / 2) {
        bus.network.cutOnce();
      }
    }
  }

  @Test
  void waitsForABrokerThatIsAwayAtFirst() {
    bus.network.cut();
    RabbitTransport transport = bus.transport();
    CompletableFuture<PublishOutcome> outcome = transport.send(bus.event("a", 1));
    await().until(() -> transport.status().problem().isPresent());
    assertThat(transport.status().state()).isEqualTo(State.CONNECTING);

    bus.network.heal();

    assertThat(outcome.join()).isEqualTo(new Confirmed());
    await().until(() -> transport.status().state() == State.PUBLISHING);
  }

  @Test
  void returnsUnroutableEventToCaller() {
    PublishOutcome outcome =
        bus.transport().send(bus.event("a", 1, bus.exchange, "nobody.listens")).join();

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Unroutable.class, unroutable -> assertThat(unroutable.replyCode()).isEqualTo(312));
  }

  @Test
  void tellsUnroutableFromRoutedAmongManyInFlight() {
    RabbitTransport transport = bus.transport();
    List<CompletableFuture<PublishOutcome>> routed = new ArrayList<>();
    List<CompletableFuture<PublishOutcome>> lost = new ArrayList<>();
    for (int number = 0; number < 500; number++) {
      routed.add(transport.send(bus.event("key-" + number, number)));
      lost.add(transport.send(bus.event("key-" + number, number, bus.exchange, "nobody.listens")));
    }

    assertThat(routed).allSatisfy(each -> assertThat(each.join()).isInstanceOf(Confirmed.class));
    assertThat(lost).allSatisfy(each -> assertThat(each.join()).isInstanceOf(Unroutable.class));
  }

  @Test
  void rejectsOnlyTheEventWhoseExchangeIsMissing() throws Exception {
    RabbitTransport transport = bus.transport();
    List<CompletableFuture<PublishOutcome>> good = new ArrayList<>();
    CompletableFuture<PublishOutcome> bad = new CompletableFuture<>();
    for (int number = 0; number < 200; number++) {
      good.add(transport.send(bus.event("one key", number)));
      if (number == 100) {
        bad = transport.send(bus.event("one key", 0, "no-such-exchange", "order.v1.submit"));
      }
    }

    assertThat(bad.join())
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.reason()).contains("no-such-exchange"));
    assertThat(good).allSatisfy(each -> assertThat(each.join()).isInstanceOf(Confirmed.class));
    assertThat(bus.take(200))
        .containsExactlyElementsOf(
            IntStream.range(0, 200).mapToObj(Integer::toString).toList());
  }

  @Test
  void rejectsNamesThatAmqpCannotCarry() {
    PublishOutcome outcome =
        bus.transport().send(bus.event("a", 1, bus.exchange, "ä".repeat(128))).join();

    assertThat(outcome).isInstanceOf(Rejected.class);
  }

  @Test
  void holdsCallersBackAndGivesUpInTheEndWhenTheBrokerIsSilent() {
    RabbitTransport transport = bus.transport(bus.publishSettings()
        .maxInFlight(10)
        .roomTimeout(Duration.ofMillis(100))
        .confirmTimeout(Duration.ofSeconds(1))
        .closeTimeout(Duration.ofMillis(100))
        .build());
    assertThat(transport.send(bus.event("a", 0)).join()).isInstanceOf(Confirmed.class);
    bus.network.holdAnswers();
    List<CompletableFuture<PublishOutcome>> underWay = new ArrayList<>();
    for (int number = 0; number < 10; number++) {
      underWay.add(transport.send(bus.event("a", number)));
    }

    assertThat(transport.send(bus.event("b", 1)).join())
        .isInstanceOfSatisfying(
            NotSent.class,
            notSent -> assertThat(notSent.reason()).contains("10 events are under way"));
    assertThat(underWay).allSatisfy(each -> assertThat(each.join()).isInstanceOf(Unknown.class));
    assertThat(transport.status().inFlight()).isZero();
  }

  @Test
  void saysThatWhatNeverFoundABrokerWasNotSent() {
    bus.network.cut();
    RabbitTransport transport = bus.transport(
        bus.publishSettings().confirmTimeout(Duration.ofMillis(300)).build());

    assertThat(transport.send(bus.event("a", 1)).join())
        .isInstanceOfSatisfying(
            NotSent.class, notSent -> assertThat(notSent.reason()).contains("no connection"));
  }

  @Test
  void letsCallersPublishInAnswerToAnOutcome() {
    RabbitTransport transport = bus.transport();
    List<CompletableFuture<PublishOutcome>> answers = IntStream.range(0, 50)
        .mapToObj(number -> transport
            .send(bus.event("a", number))
            .thenApply(first -> transport.send(bus.event("a", -number)).join()))
        .toList();

    assertThat(answers).allSatisfy(each -> assertThat(each.join()).isInstanceOf(Confirmed.class));
  }

  @Test
  void leavesNobodyWaitingWhenItClosesOnABrokerThatReadsNothing() {
    RabbitTransport transport =
        bus.transport(bus.publishSettings().closeTimeout(Duration.ofMillis(100)).build());
    assertThat(transport.send(bus.event("a", 0)).join()).isInstanceOf(Confirmed.class);
    bus.network.holdRequests();
    byte[] moreThanTheWireHolds = new byte[1024 * 1024];
    List<CompletableFuture<PublishOutcome>> underWay = IntStream.range(0, 50)
        .mapToObj(number -> transport.send(
            new EncodedEvent(bus.event("a", number).metadata(), moreThanTheWireHolds)))
        .toList();

    transport.close();

    await()
        .untilAsserted(() -> assertThat(underWay)
            .allSatisfy(each ->
                assertThat(each).isCompletedWithValueMatching(outcome -> !outcome.isSafe())));
    bus.network.cut(); // or else the client would wait for minutes to say goodbye
  }

  @Test
  void closesOnceEverythingUnderWayHasItsOutcome() {
    RabbitTransport transport = bus.transport();
    List<CompletableFuture<PublishOutcome>> outcomes = IntStream.range(0, 1_000)
        .mapToObj(number -> transport.send(bus.event("key-" + number % 7, number)))
        .toList();

    transport.close();

    assertThat(outcomes).allSatisfy(each -> assertThat(each.join()).isInstanceOf(Confirmed.class));
    assertThat(transport.send(bus.event("a", 1)).join()).isInstanceOf(NotSent.class);
    assertThat(transport.status().state()).isEqualTo(State.CLOSED);
  }
}
