package dev.eventmanager.handling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.EventType;
import dev.eventmanager.ParkReason;
import dev.eventmanager.Twins;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.fixture.Parcels;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which of an event and its twin reaches the handler, by what the service reads and its patterns. */
class TwinsHandlingTest {

  private static final Twins TWINS = new Twins("sent-1", List.of(2, 1));
  private static final EncodedEvent ORIGINAL = arrived(
      "sent-1",
      "parcel.v2.sent",
      "{\"parcel\":\"p\",\"kilograms\":1.5,\"at\":\"2026-02-03T04:05:06Z\",\"items\":[]}");
  private static final EncodedEvent TWIN =
      arrived(TWINS.idOf(1), "parcel.v1.sent", "{\"parcel\":\"p\",\"grams\":1500}");

  private final HandlingFixture fixture = new HandlingFixture();
  private final List<String> handled = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void whoReadsBothHandlesTheOriginalAndSkipsTheTwin() {
    deliver(subscriber(Parcels.SENT, "parcel.*.sent"), ORIGINAL, TWIN, TWIN);

    assertThat(handled).containsExactly("parcel.v2.sent");
    assertThat(fixture.skipped).hasSize(2);
  }

  @Test
  void whoReadsTheOldVersionAloneHandlesTheTwinAndSkipsTheOriginal() {
    deliver(subscriber(Parcels.SENT_V1, "parcel.*.sent"), ORIGINAL, TWIN);

    assertThat(handled).containsExactly("parcel.v1.sent");
    assertThat(fixture.skipped).extracting(Delivery::event).containsExactly(ORIGINAL);
    assertThat(fixture.parking.parked).isEmpty();
  }

  @Test
  void whoWantsOneVersionAloneHandlesThatOne() {
    deliver(subscriber(Parcels.SENT, "parcel.v1.sent"), TWIN);
    deliver(subscriber(Parcels.SENT, "parcel.v2.sent"), ORIGINAL);

    assertThat(handled).containsExactly("parcel.v1.sent", "parcel.v2.sent");
    assertThat(fixture.skipped).isEmpty();
  }

  @Test
  void aBindingThatWasLeftBehindParksNoTwin() {
    deliver(subscriber(Parcels.SENT, "parcel.v2.sent"), ORIGINAL, TWIN);

    assertThat(handled).containsExactly("parcel.v2.sent");
    assertThat(fixture.parking.parked).isEmpty();
  }

  @Test
  void anOriginalThatCannotBeReadIsParkedWhereNoTwinCanComeInstead() {
    deliver(
        subscriber(Parcels.LOST, "parcel.#"),
        ORIGINAL.withMetadata(ORIGINAL.metadata().toBuilder()
            .routingKey("parcel.v3.lost")
            .twins(new Twins("sent-1", List.of(3, 2)))
            .build()));

    assertThat(fixture.parking.parked)
        .extracting(ParkedEvent::reason)
        .containsExactly(ParkReason.UNKNOWN_VERSION);
    assertThat(fixture.skipped).isEmpty();
  }

  @Test
  void whoLearnsToReadTheOriginalAfterItWentByHandlesTheTwin() {
    deliver(subscriber(Parcels.SENT_V1, "parcel.*.sent"), ORIGINAL);
    deliver(subscriber(Parcels.SENT, "parcel.*.sent"), TWIN);

    assertThat(handled).containsExactly("parcel.v1.sent");
  }

  @Test
  void aTwinThatFailsIsTriedAgain() {
    fixture.interceptors = List.of(new TwinsInMemory());
    fixture.catalogue = EventCatalogue.of(Parcels.SENT_V1);
    List<Integer> attempts = new CopyOnWriteArrayList<>();
    deliver(
        fixture.processor(
            Subscription.of("q", "parcel.*.sent", Object.class, (payload, metadata) -> {
              attempts.add(attempts.size() + 1);
              throw new IllegalStateException("no scales");
            })),
        ORIGINAL,
        TWIN);

    assertThat(attempts).containsExactly(1, 2, 3);
    assertThat(fixture.parking.parked).hasSize(1);
  }

  private DeliveryProcessor subscriber(EventType<?> declared, String pattern) {
    fixture.interceptors = List.of(new TwinsInMemory());
    fixture.catalogue = EventCatalogue.of(declared);
    return fixture.processor(Subscription.of(
        "q", pattern, Object.class, (payload, metadata) -> handled.add(metadata.routingKey())));
  }

  private void deliver(DeliveryProcessor subscriber, EncodedEvent... events) {
    for (EncodedEvent event : events) {
      subscriber.process(fixture.delivery(event)).join();
    }
  }

  private static EncodedEvent arrived(String id, String routingKey, String json) {
    EncodedEvent event = Parcels.arrived(id, routingKey, "p", json);
    EventMetadata metadata = event.metadata().toBuilder().twins(TWINS).build();
    return event.withMetadata(metadata);
  }
}
