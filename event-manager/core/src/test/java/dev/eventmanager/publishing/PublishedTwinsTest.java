package dev.eventmanager.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.EventPublisher;
import dev.eventmanager.PublishOutcome;
import dev.eventmanager.Twins;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.fixture.Parcels;
import dev.eventmanager.fixture.Parcels.Sent;
import dev.eventmanager.handling.CurrentEvent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is sent of an event whose type is downcast. */
class PublishedTwinsTest {

  private final List<EncodedEvent> sent = new ArrayList<>();

  private final EventPublisher publisher = new EncodingPublisher(
      "depot",
      new EventCodec(EventCatalogue.of(Parcels.SENT_WITH_TWIN, Parcels.LOST)),
      event -> {
        sent.add(event);
        return CompletableFuture.completedFuture(new PublishOutcome.Stored());
      },
      new CurrentEvent(),
      () -> "id-1",
      Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  @Test
  void anEventTakesItsTwinAlong() {
    publisher.publish(Parcels.SENT_WITH_TWIN, Parcels.sent("p-1"));

    EncodedEvent original = sent.get(0);
    Twins twins = new Twins("id-1", List.of(2, 1));
    assertThat(original.metadata().twins()).contains(twins);
    assertThat(original.twins()).singleElement().satisfies(twin -> {
      assertThat(twin.metadata())
          .isEqualTo(original.metadata().toBuilder()
              .id(twins.idOf(1))
              .routingKey("parcel.v1.sent")
              .correlationId("id-1")
              .build());
      assertThat(new String(twin.body(), StandardCharsets.UTF_8))
          .isEqualTo("{\"parcel\":\"p-1\",\"grams\":12500}");
      assertThat(twin.metadata().originalId()).isEqualTo(original.metadata().originalId());
    });
  }

  @Test
  void anEventWithoutADowncasterSaysNothingOfTwins() {
    publisher.publish(Parcels.LOST, new Parcels.Lost("Turin"));

    assertThat(sent.get(0).metadata().twins()).isEmpty();
    assertThat(sent.get(0).twins()).isEmpty();
  }

  @Test
  void nothingIsPublishedWhereADowncasterFails() {
    Sent featherweight = new Sent("p-1", new BigDecimal("0.0001"), Instant.EPOCH, List.of());

    assertThatThrownBy(() -> publisher.publish(Parcels.SENT_WITH_TWIN, featherweight))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "event parcel.v2.sent: the payload could not be downcast to version 1: java.lang.ArithmeticException: Rounding necessary");
    assertThat(sent).isEmpty();
  }
}
