package dev.eventmanager.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.Event;
import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.VirtualHost;
import dev.eventmanager.testkit.probe.EventProbe;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A probe beside a service whose first handler publishes for the second. */
@WithBroker
class EventProbeRestIT {
  private final CountDownLatch release = new CountDownLatch(1);
  private ContractBus bus;
  private EventProbe probe;

  @BeforeEach
  void start(ContractBus service, VirtualHost virtualHost) {
    bus = service;
    bus.handlingMoves(event -> {
      for (int n = 0; n < 3; n++) {
        bus.publisher().publish(bus.events.resign, new Resignation("g" + n));
      }
    });
    bus.handling(bus.newQueue("end"), bus.events.on("*.resign"), event -> release.await());
    bus.start();
    probe = EventProbe.listen(virtualHost, bus.events.catalogue);
  }

  @AfterEach
  void close() {
    release.countDown();
    probe.close();
  }

  @Test
  void waitsUntilEverythingCausedHasBeenHandled() {
    release.countDown();
    Event<Move> cause = probe.publish(bus.events.move, new Move("g", 0));
    assertThat(probe.awaitRest(cause, bus.bindings(), bus.handled))
        .hasSize(3)
        .allSatisfy(event ->
            assertThat(event.metadata().causationId()).contains(cause.metadata().id()));
  }

  @Test
  void saysWhatIsStillToBeHandled() {
    Event<Move> cause = probe.publish(bus.events.move, new Move("g", 0));
    assertThatThrownBy(() ->
            probe.within(Duration.ofMillis(500)).awaitRest(cause, bus.bindings(), bus.handled))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not handled: [" + bus.events.resign)
        .hasMessageContaining("not tried yet");
  }
}
