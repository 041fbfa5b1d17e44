package dev.eventmanager.testkit.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.Event;
import dev.eventmanager.EventType;
import dev.eventmanager.Exchange;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.broker.BrokerKind;
import dev.eventmanager.testkit.broker.VirtualHost;
import dev.eventmanager.testkit.foreign.ForeignPublisher;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithBroker(BrokerKind.EMBEDDED)
class EventProbeTest {
  private static final EventType<Tick> TICK =
      Exchange.topic("clock").event("tick", Tick.class).keyedBy(Tick::clock);

  private EventProbe probe;

  record Tick(String clock, int number) {}

  @BeforeEach
  void listen(VirtualHost virtualHost) {
    probe = EventProbe.listen(virtualHost, EventCatalogue.of(TICK));
  }

  @AfterEach
  void close() {
    probe.close();
  }

  @Test
  void hearsWhatItPublishes() {
    Event<Tick> published = probe.publish(TICK, new Tick("tower", 1));
    assertThat(probe.await(TICK)).isEqualTo(published);
  }

  @Test
  void waitsForTheEventThatMeetsTheCondition() {
    probe.publish(TICK, new Tick("tower", 1));
    probe.publish(TICK, new Tick("tower", 2));
    assertThat(probe.await(TICK, tick -> tick.payload().number() == 2).payload())
        .isEqualTo(new Tick("tower", 2));
  }

  @Test
  void tellsWhatCameWhereAWaitIsInVain(ForeignPublisher stranger) {
    stranger.publish("clock", "clock.v1.tick", "[]");
    Event<Tick> published = probe.publish(TICK, new Tick("tower", 1));
    probe.await(TICK);
    assertThatThrownBy(() -> probe
            .within(Duration.ofMillis(50))
            .await(TICK, tick -> tick.payload().number() == 2))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("clock.v1.tick that meets the condition")
        .hasMessageContaining(published.metadata().id())
        .hasMessageContaining("Tick[clock=tower, number=1]")
        .hasMessageContaining("unreadable")
        .hasMessageContaining("cannot be read as Tick");
  }

  @Test
  void saysThatNothingCameAtAll() {
    assertThatThrownBy(() -> probe.within(Duration.ofMillis(50)).await(TICK))
        .hasMessageContaining("no event came at all");
  }
}
