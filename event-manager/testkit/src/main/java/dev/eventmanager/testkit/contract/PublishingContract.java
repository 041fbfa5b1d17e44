package dev.eventmanager.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.PublishFailedException;
import dev.eventmanager.PublishOutcome;
import dev.eventmanager.PublishOutcome.Confirmed;
import dev.eventmanager.PublishOutcome.NotSent;
import dev.eventmanager.PublishOutcome.Unroutable;
import dev.eventmanager.testkit.fault.CuttableProxy;
import dev.eventmanager.testkit.probe.ReceivedEvents;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a publisher may rely on. */
public interface PublishingContract {

  @Test
  default void confirmsWhatHasReachedAQueue(ContractBus bus) {
    ReceivedEvents moves = bus.recordingMoves();
    bus.start();
    PublishOutcome outcome =
        bus.publisher().publishAsync(bus.events.move, new Move("g", 0)).join();
    assertThat(outcome).isEqualTo(new Confirmed());
    assertThat(moves.await(bus.events.move).payload()).isEqualTo(new Move("g", 0));
  }

  @Test
  default void returnsUnroutableEventToCaller(ContractBus bus) {
    bus.recordingMoves();
    bus.start();
    Resignation nobodyListens = new Resignation("g");
    assertThat(bus.publisher().publishAsync(bus.events.resign, nobodyListens).join())
        .isInstanceOf(Unroutable.class);
    assertThatThrownBy(() -> bus.publisher().publish(bus.events.resign, nobodyListens))
        .isInstanceOf(PublishFailedException.class)
        .hasMessageContaining(bus.events.resign.toString())
        .hasMessageContaining("Bind a queue");
  }

  @Test
  default void goesOnAfterAnUnroutableEvent(ContractBus bus) {
    ReceivedEvents moves = bus.recordingMoves();
    bus.start();
    bus.publisher().publishAsync(bus.events.resign, new Resignation("g"));
    bus.publisher().publish(bus.events.move, new Move("g", 0));
    assertThat(moves.awaitCount(1)).hasSize(1);
  }

  @Test
  default void hasManyConfirmsInFlight(ContractBus bus) {
    ReceivedEvents moves = bus.recordingMoves();
    CuttableProxy wire = bus.cuttablePublishing();
    // with one channel, the first confirm tells that all channels are open
    bus.publishing(settings -> settings.channels(1)).start();
    bus.publisher().publish(bus.events.move, new Move("first", 0));
    wire.holdAnswers();
    List<CompletableFuture<PublishOutcome>> outcomes = publishMoves(bus, 500);
    moves.awaitCount(501);
    assertThat(outcomes).noneMatch(CompletableFuture::isDone);
    assertThat(bus.transport().status().inFlight()).isEqualTo(500);
    wire.releaseAnswers();
    assertThat(outcomes)
        .allSatisfy(outcome -> assertThat(outcome.join()).isEqualTo(new Confirmed()));
  }

  @Test
  default void rejectsWhatExceedsTheLimitInFlightAndRecovers(ContractBus bus) {
    bus.recordingMoves();
    CuttableProxy wire = bus.cuttablePublishing();
    bus.publishing(
            settings -> settings.channels(1).maxInFlight(8).roomTimeout(Duration.ofMillis(50)))
        .start();
    bus.publisher().publish(bus.events.move, new Move("first", 0));
    wire.holdAnswers();
    List<CompletableFuture<PublishOutcome>> outcomes = publishMoves(bus, 8);
    assertThat(bus.publisher()
            .publishAsync(bus.events.move, new Move("one too many", 0))
            .join())
        .isInstanceOf(NotSent.class);
    wire.releaseAnswers();
    assertThat(outcomes)
        .allSatisfy(outcome -> assertThat(outcome.join()).isEqualTo(new Confirmed()));
    bus.publisher().publish(bus.events.move, new Move("there is room again", 0));
  }

  private static List<CompletableFuture<PublishOutcome>> publishMoves(ContractBus bus, int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> bus.publisher().publishAsync(bus.events.move, new Move("g" + n % 7, n / 7)))
        .toList();
  }
}
