package dev.eventmanager.sqs.consume;

import static dev.eventmanager.sqs.consume.ConsumerBench.byKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.emulator.EmbeddedSqs;
import dev.eventmanager.emulator.Faults;
import dev.eventmanager.emulator.Operation;
import dev.eventmanager.handling.Delivery;
import dev.eventmanager.sqs.fixture.Events;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SqsConsumerTest {

  private static final Duration SHORT = Duration.ofSeconds(3);
  private static final Duration LONG = Duration.ofHours(1);

  private static EmbeddedSqs sqs;

  private final Handler handler = new Handler();
  private final Handler rival = new Handler();
  private ConsumerBench bench;

  @BeforeAll
  static void startSqs() {
    sqs = EmbeddedSqs.start();
  }

  @AfterAll
  static void stopSqs() {
    sqs.close();
  }

  @BeforeEach
  void open() {
    bench = new ConsumerBench(sqs);
  }

  @AfterEach
  void stop() {
    handler.finishAll();
    bench.close();
  }

  @Test
  void handsEachGroupOverInItsOrderAndDeletesWhatIsDone() {
    for (int number = 1; number <= 30; number++) {
      for (int key = 0; key < 10; key++) {
        bench.send(Events.event("key-" + key, "key-" + key + "/" + number));
      }
    }

    bench.consume(LONG, handler);

    soon().until(() -> handler.ids().size() >= 300 && bench.left() == 0);
    byKey(handler.deliveries().stream().map(Delivery::event).toList())
        .forEach((key, ids) -> assertThat(ids)
            .isEqualTo(IntStream.rangeClosed(1, 30).mapToObj(n -> key + "/" + n).toList()));
  }

  @Test
  void holdsBackNothingButTheGroupOfWhatIsInHand() {
    bench.send("A1", "A2", "B1", "A3", "B2");

    bench.consume(LONG, handler.holding("A1"));

    soon().until(() -> handler.ids().containsAll(List.of("B1", "B2")));
    assertThat(handler.ids()).doesNotContain("A2", "A3");
    handler.finish("A1");
    soon().until(() -> bench.left() == 0);
    assertThat(handler.ids().stream().filter(id -> id.startsWith("A")))
        .containsExactly("A1", "A2", "A3");
  }

  @Test
  void keepsWhatItHoldsThroughManyVisibilityTimeouts() {
    bench.send("A1", "A2", "A3");
    bench.consume(SHORT, handler.holding("A1"));
    soon().until(() -> handler.ids().contains("A1"));
    bench.rival(rival);

    soon()
        .until(() -> bench.proxy.requests(Operation.CHANGE_MESSAGE_VISIBILITY_BATCH) >= 6
            || !rival.ids().isEmpty());

    assertThat(rival.ids()).isEmpty();
    assertThat(handler.deliveries()).allMatch(Delivery::isStillOurs);
    handler.finish("A1");
    soon().until(() -> bench.left() == 0);
    assertThat(handler.ids()).containsExactly("A1", "A2", "A3");
    assertThat(bench.incidents).isEmpty();
  }

  @Test
  void getsByTheSameAttemptWhatWasInALostAnswer() {
    bench.send("A1", "A2");
    bench.proxy.once(Operation.RECEIVE_MESSAGE, Faults.answerLost());

    bench.consume(LONG, handler);

    soon().until(() -> handler.ids().size() == 2 && bench.left() == 0);
    assertThat(handler.ids()).containsExactly("A1", "A2");
  }

  @Test
  void isGoneOnWithInOrderByAnotherAfterItDied() {
    bench.send("A1", "A2", "A3");
    bench.consume(SHORT, handler.holding("A1"));
    soon().until(() -> handler.ids().contains("A1"));

    bench.proxy.everywhere(Faults.unavailable());
    bench.rival(rival);

    soon().until(() -> rival.ids().size() == 3 && bench.left() == 0);
    assertThat(rival.ids()).containsExactly("A1", "A2", "A3");
    assertThat(handler.ids()).containsExactly("A1");
    assertThat(handler.deliveries()).noneMatch(Delivery::isStillOurs);
    assertThat(bench.incidents).contains(ConsumerIncident.LOST);
  }

  @Test
  void deletesAgainWhatSqsDidNotDelete() {
    bench.send("A1", "A2");
    bench
        .proxy
        .once(Operation.DELETE_MESSAGE_BATCH, Faults.unavailable())
        .once(Operation.DELETE_MESSAGE_BATCH, Faults.answerLost())
        .once(
            Operation.DELETE_MESSAGE_BATCH,
            Faults.entriesFail(entry -> true, "InternalError", false));

    bench.consume(LONG, handler);

    soon().until(() -> handler.ids().size() == 2 && bench.left() == 0);
    assertThat(handler.ids()).containsExactly("A1", "A2");
  }

  @Test
  void deletesUnhandledWhatComesAgainOnlySinceItCouldNotBeDeleted() {
    bench.send("A1");
    bench.proxy.once(
        Operation.DELETE_MESSAGE_BATCH,
        Faults.entriesFail(entry -> true, "ReceiptHandleIsInvalid", true));

    bench.consume(SHORT, handler);

    soon().until(() -> bench.left() == 0);
    assertThat(handler.ids()).containsExactly("A1");
    assertThat(bench.incidents).contains(ConsumerIncident.NOT_DELETED);
  }

  @Test
  void triesAgainWhatCouldNotBeProcessedBeforeTheRestOfItsGroup() {
    bench.send("A1", "A2", "A3", "A4");
    bench.consume(LONG, handler.holding("A2"));
    soon().until(() -> handler.ids().contains("A2"));

    handler.fail("A2");

    soon().until(() -> bench.left() == 0);
    assertThat(handler.ids()).containsExactly("A1", "A2", "A2", "A3", "A4");
    assertThat(handler.deliveries()).allMatch(delivery -> !delivery.redelivered());
  }

  @Test
  void finishesWhatIsInHandAndGivesTheRestBackInOrderWhenItIsClosed() {
    bench.send("A1", "A2", "A3", "A4");
    var consumer = bench.consume(LONG, handler.holding("A1"));
    soon().until(() -> handler.ids().contains("A1"));

    consumer.pause();
    handler.finish("A1");
    consumer.close();
    bench.rival(rival);

    soon().until(() -> bench.left() == 0);
    assertThat(handler.ids()).containsExactly("A1");
    assertThat(rival.ids()).containsExactly("A2", "A3", "A4");
    assertThat(consumer.status().state()).isEqualTo(SqsConsumerStatus.State.CLOSED);
  }

  @Test
  void givesBackAtOnceWhatWaitsForAFurtherAttemptWhenItIsClosed() {
    bench.send("A1", "A2");
    var consumer = bench.consume(LONG, handler.holding("A1"));
    soon().until(() -> handler.ids().contains("A1"));
    handler.fail("A1");
    handler.holding("A1");

    consumer.close();
    bench.rival(rival);

    soon().until(() -> bench.left() == 0);
    assertThat(rival.ids()).containsExactly("A1", "A2");
  }

  @Test
  void takesUpAfterAPauseWhereItStopped() {
    bench.send("A1", "A2", "A3");
    var consumer = bench.consume(LONG, handler.holding("A1"));
    soon().until(() -> handler.ids().contains("A1"));

    consumer.pause();
    handler.finish("A1");
    soon().until(() -> consumer.status().state() == SqsConsumerStatus.State.PAUSED);
    assertThat(bench.left()).isEqualTo(2);
    consumer.resume();

    soon().until(() -> bench.left() == 0);
    assertThat(handler.ids()).containsExactly("A1", "A2", "A3");
  }

  @Test
  void holdsNoMoreThanItMay() {
    var names = IntStream.range(0, 40).mapToObj(n -> (char) ('A' + n) + "1").toArray(String[]::new);
    bench.send(names);

    bench.consumeAtMost(10, handler.holding(names));

    soon().until(() -> handler.ids().size() == 10);
    List.of(names).forEach(name -> {
      assertThat(handler.deliveries().size()).isLessThanOrEqualTo(40);
      handler.finish(name);
    });
    soon().until(() -> bench.left() == 0);
    assertThat(handler.ids()).containsExactlyInAnyOrder(names);
  }

  @Test
  void saysWhyItDoesNotConsumeAndGoesOnByItself() {
    bench.proxy.always(Operation.RECEIVE_MESSAGE, Faults.accessDenied());
    var consumer = bench.consume(LONG, handler);

    soon().until(() -> consumer.status().state() == SqsConsumerStatus.State.CONNECTING);
    assertThat(consumer.status().lastProblem()).isNotEmpty();
    bench.send("A1");
    bench.proxy.heal();

    soon().until(() -> bench.left() == 0);
    assertThat(handler.ids()).containsExactly("A1");
    assertThat(consumer.status().state()).isEqualTo(SqsConsumerStatus.State.CONSUMING);
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(60));
  }
}
