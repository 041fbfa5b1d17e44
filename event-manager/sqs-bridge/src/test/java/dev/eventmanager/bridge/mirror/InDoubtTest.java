package dev.eventmanager.bridge.mirror;

import static dev.eventmanager.emulator.Faults.answerLost;
import static dev.eventmanager.emulator.Faults.none;
import static dev.eventmanager.emulator.Faults.requestLost;
import static dev.eventmanager.emulator.Faults.unavailable;
import static dev.eventmanager.emulator.QueueReader.bodiesByGroup;
import static dev.eventmanager.sqs.fixture.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.emulator.EmbeddedSqs;
import dev.eventmanager.emulator.FaultProxy.Fault;
import dev.eventmanager.emulator.SettableClock;
import dev.eventmanager.sqs.mapping.MessageMapping;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sqs.model.Message;

/** Attempts with unknown outcomes, before and after SQS forgets. */
@Timeout(60)
class InDoubtTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String IN_DOUBT = "bridge.events.in.doubt";

  private SettableClock clock;
  private MirrorBench bench;
  private MirrorBench.Mirrored parcels;

  @BeforeEach
  void start() {
    clock = new SettableClock();
    bench = new MirrorBench(EmbeddedSqs.start(clock));
    parcels = bench.open(clock);
  }

  @AfterEach
  void stop() {
    parcels.close();
    bench.close();
  }

  @Test
  void leavesOneCopyIfItIsSentAgainWhileSqsRemembers() {
    var mirrored = mirror(answerLost());
    clock.advance(Duration.ofMinutes(3));
    bench.proxy.always(none());

    assertThat(mirrored).succeedsWithin(PATIENCE);
    assertThat(parcels.reader.take(1)).extracting(Message::body).containsExactly("A1");
    assertThat(parcels.reader.rest()).isEmpty();
    assertThat(parcels.count(IN_DOUBT)).isZero();
  }

  @Test
  @DisplayName("3. The same, recovered after 6 virtual minutes: in doubt, flagged, not lost")
  void tellsOfASecondCopyIfItIsSentAgainAfterSqsForgot() {
    var mirrored = mirror(answerLost());
    waitUntilSqsForgot();
    bench.proxy.always(none());

    assertThat(mirrored).succeedsWithin(PATIENCE);
    var copies =
        parcels.reader.take(4).stream().filter(m -> m.body().equals("A1")).toList();
    assertThat(copies).map(InDoubtTest::isFlagged).containsExactly(false, true);
    assertThat(parcels.count(IN_DOUBT)).isEqualTo(1);
  }

  @Test
  void losesNothingThatIsInDoubt() {
    var mirrored = mirror(requestLost());
    waitUntilSqsForgot();
    bench.proxy.always(none());

    assertThat(mirrored).succeedsWithin(PATIENCE);
    assertThat(bodiesByGroup(parcels.reader.take(3))).containsEntry("A", List.of("A1"));
    assertThat(parcels.count(IN_DOUBT)).isEqualTo(1);
  }

  private static boolean isFlagged(Message message) {
    return message.messageAttributes().containsKey(MessageMapping.POSSIBLE_DUPLICATE);
  }

  /** The fault befalls the first attempt, and SQS is away from then on. */
  private CompletableFuture<Void> mirror(Fault fault) {
    bench.proxy.once(fault).always(unavailable());
    var mirrored = parcels.mirror(event("A", "A1"));
    eventually().until(() -> bench.proxy.sends() > 1);
    return mirrored;
  }

  /** The emulator forgets by its clock but only now and then: another message shows when. */
  private void waitUntilSqsForgot() {
    var first = sendProbe();
    clock.advance(Duration.ofMinutes(6));
    await().atMost(PATIENCE).until(() -> !sendProbe().equals(first));
  }

  private String sendProbe() {
    return bench
        .plain
        .sendMessage(r -> r.queueUrl(parcels.queue.url())
            .messageGroupId("probe")
            .messageDeduplicationId("probe")
            .messageBody("probe"))
        .join()
        .messageId();
  }

  /** Longer than any request or back-off takes, and than a busy machine needs. */
  private static ConditionFactory eventually() {
    return await().atMost(Duration.ofMinutes(1));
  }
}
