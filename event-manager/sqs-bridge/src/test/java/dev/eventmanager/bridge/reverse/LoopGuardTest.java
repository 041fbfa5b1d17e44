package dev.eventmanager.bridge.reverse;

import static dev.eventmanager.sqs.fixture.Events.delivery;
import static dev.eventmanager.sqs.fixture.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.handling.Delivery;
import dev.eventmanager.handling.DeliveryProcessor;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A crowding group goes past the guard as a whole, and is looked at all the same. */
class LoopGuardTest {

  private final List<Delivery> taken = new ArrayList<>();
  private final LoopGuard guard = new LoopGuard(
      "parcels.fifo", Optional.of("here"), new TakingAside(), new SimpleMeterRegistry());

  @Test
  void takesAsideWhatMayGoAndSaysWhereItComesFrom() {
    var looping = Travels.on(event("A", "A2"), Travels.queue("parcels.fifo"));

    assertThat(guard.takesAside()).isTrue();
    assertThat(guard.takeAside(
            List.of(delivery(event("A", "A1")), delivery(looping), delivery(event("A", "A3")))))
        .isCompleted();

    assertThat(taken)
        .extracting(Delivery::event)
        .containsExactly(
            Travels.on(event("A", "A1"), "here"), Travels.on(event("A", "A3"), "here"));
  }

  @Test
  void takesNothingAsideWhereNothingMayGo() {
    EncodedEvent looping = Travels.on(event("A", "A1"), Travels.queue("parcels.fifo"));

    assertThat(guard.takeAside(List.of(delivery(looping)))).isCompleted();

    assertThat(taken).isEmpty();
  }

  private final class TakingAside implements DeliveryProcessor {

    @Override
    public CompletableFuture<Void> process(Delivery delivery) {
      throw new AssertionError("is given the whole line");
    }

    @Override
    public boolean takesAside() {
      return true;
    }

    @Override
    public CompletableFuture<Void> takeAside(List<Delivery> line) {
      taken.addAll(line);
      return CompletableFuture.completedFuture(null);
    }
  }
}
