package dev.eventmanager.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.Event;
import dev.eventmanager.LaterEvents;
import dev.eventmanager.PublishFailedException;
import dev.eventmanager.PublishOutcome;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.fixture.Parcels;
import dev.eventmanager.fixture.Parcels.Sent;
import dev.eventmanager.handling.CurrentEvent;
import dev.eventmanager.transport.LaterTransport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaterPublisherTest {

  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final Map<EncodedEvent, Instant> kept = new LinkedHashMap<>();
  private PublishOutcome outcome = new PublishOutcome.Stored();

  private final LaterEvents later = new LaterPublisher(
      "depot",
      new EventCodec(Parcels.CATALOGUE),
      new Keeper(),
      new CurrentEvent(),
      () -> "id-1",
      Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void datesAnEventWithTheTimeAtWhichItIsDue() {
    Event<Sent> event = later.publishAt(Parcels.SENT, Parcels.sent("p-1"), NOW.plus(HOUR));

    assertThat(kept).hasSize(1).containsValue(NOW.plus(HOUR));
    assertThat(kept.keySet().iterator().next().metadata()).isEqualTo(event.metadata());
    assertThat(event.metadata().time()).isEqualTo(NOW.plus(HOUR));
    assertThat(event.metadata().orderingKey()).isEqualTo("p-1");
    assertThat(event.metadata().source()).isEqualTo("depot");
  }

  @Test
  void countsADelayFromTheCall() {
    later.publishAfter(Parcels.SENT, Parcels.sent("p-1"), HOUR);

    assertThat(kept).containsValue(NOW.plus(HOUR));
  }

  @Test
  void datesAnEventThatIsOverdueWithTheTimeOfTheCall() {
    Event<Sent> event = later.publishAt(Parcels.SENT, Parcels.sent("p-1"), NOW.minus(HOUR));

    assertThat(event.metadata().time()).isEqualTo(NOW);
    assertThat(kept).containsValue(NOW.minus(HOUR));
  }

  @Test
  void failsWhereTheEventIsNotKept() {
    outcome = new PublishOutcome.Rejected("the disk is full");

    assertThatThrownBy(() -> later.publishAfter(Parcels.SENT, Parcels.sent("p-1"), HOUR))
        .isInstanceOf(PublishFailedException.class)
        .hasMessageContaining("was not published: the disk is full");
  }

  private final class Keeper implements LaterTransport {

    @Override
    public PublishOutcome send(EncodedEvent event, Instant due) {
      kept.put(event, due);
      return outcome;
    }

    @Override
    public boolean cancel(String eventId) {
      return kept.keySet().removeIf(event -> event.metadata().id().equals(eventId));
    }
  }
}
