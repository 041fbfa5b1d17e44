package dev.eventmanager.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.Event;
import dev.eventmanager.EventPublisher;
import dev.eventmanager.PublishFailedException;
import dev.eventmanager.PublishOutcome;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.fixture.Parcels;
import dev.eventmanager.fixture.Parcels.Lost;
import dev.eventmanager.fixture.Parcels.Sent;
import dev.eventmanager.handling.CurrentEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EncodingPublisherTest {

  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  private final List<EncodedEvent> sent = new ArrayList<>();
  private PublishOutcome outcome = new PublishOutcome.Confirmed();
  private int ids = 0;

  private final EventPublisher publisher = new EncodingPublisher(
      "depot",
      new EventCodec(Parcels.CATALOGUE),
      event -> {
        sent.add(event);
        return CompletableFuture.completedFuture(outcome);
      },
      new CurrentEvent(),
      () -> "id-" + ++ids,
      Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void givesTheEventItsMetadata() {
    Event<Sent> event = publisher.publish(Parcels.SENT, Parcels.sent("p-1"));

    assertThat(sent).hasSize(1);
    assertThat(event.metadata()).isEqualTo(sent.get(0).metadata());
    assertThat(event.metadata().id()).isEqualTo("id-1");
    assertThat(event.metadata().exchange()).isEqualTo("parcel");
    assertThat(event.metadata().routingKey()).isEqualTo("parcel.v2.sent");
    assertThat(event.metadata().source()).isEqualTo("depot");
    assertThat(event.metadata().time()).isEqualTo(NOW);
    assertThat(event.metadata().orderingKey()).isEqualTo("p-1");
    assertThat(event.metadata().correlationId()).isEmpty();
    assertThat(event.metadata().conversation()).isEqualTo("id-1");
  }

  @Test
  void givesAnEventWithoutOrderAKeyOfItsOwn() {
    Event<Lost> event = publisher.publish(Parcels.LOST, new Lost("Turin"));

    assertThat(event.metadata().orderingKey()).isEqualTo(event.metadata().id());
  }

  @Test
  void failsWhereTheEventIsNotSafe() {
    outcome = new PublishOutcome.Unroutable(312, "NO_ROUTE");

    assertThatThrownBy(() -> publisher.publish(Parcels.SENT, Parcels.sent("p-1")))
        .isInstanceOfSatisfying(
            PublishFailedException.class,
            failure -> assertThat(failure.outcome()).isEqualTo(outcome))
        .hasMessage(
            "event id-1 (parcel.v2.sent on exchange parcel) reached no queue: the broker returned it with 312 NO_ROUTE. Bind a queue to it, or check the routing key");
  }

  @Test
  void tellsTheOutcomeToThoseWhoDoNotWait() {
    outcome = new PublishOutcome.Rejected("the broker is away");

    assertThat(publisher.publishAsync(Parcels.SENT, Parcels.sent("p-1")))
        .isCompletedWithValue(outcome);
  }
}
