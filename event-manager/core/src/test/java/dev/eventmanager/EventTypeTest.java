package dev.eventmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.fixture.Parcels;
import dev.eventmanager.fixture.Parcels.Lost;
import dev.eventmanager.fixture.Parcels.Sent;
import dev.eventmanager.fixture.Parcels.SentV1;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class EventTypeTest {

  @Test
  void namesItsRoutingKeyInEveryVersion() {
    assertThat(Parcels.SENT.routingKey()).hasToString("parcel.v2.sent");
    assertThat(Parcels.SENT.routingKey(1)).hasToString("parcel.v1.sent");
    assertThat(Parcels.SENT.versions()).containsExactly(1, 2);
  }

  @Test
  void liftsAnOlderPayloadToTheNewest() {
    Sent lifted = Parcels.SENT.upcast(1, new SentV1("p", 1500));

    assertThat(lifted.kilograms()).isEqualTo(new BigDecimal("1.500"));
  }

  @Test
  void leavesTheNewestPayloadAlone() {
    Sent sent = Parcels.sent("p");

    assertThat(Parcels.SENT.upcast(2, sent)).isSameAs(sent);
  }

  @Test
  void saysWhichVersionsItReads() {
    assertThatThrownBy(() -> Parcels.SENT.upcast(3, Parcels.sent("p")))
        .hasMessage("parcel.v2.sent reads the versions v1, v2, not 3; add .upcasting(3, …)");
  }

  @Test
  void readsTheOrderingKeyFromThePayload() {
    assertThat(Parcels.SENT.orderingKey(Parcels.sent("p-7"))).contains("p-7");
    assertThat(Parcels.LOST.orderingKey(new Lost("Turin"))).isEmpty();
  }

  @Test
  void refusesAPayloadWithoutItsOrderingKey() {
    assertThatThrownBy(() -> Parcels.SENT.orderingKey(Parcels.sent("")))
        .hasMessageContaining("parcel.v2.sent: the payload has no ordering key")
        .hasMessageContaining("an empty text");
  }

  @Test
  void refusesToUpcastFromItsOwnOrALaterVersion() {
    EventType<Lost> lost = Parcels.EXCHANGE.event("lost", Lost.class);

    assertThatThrownBy(() -> lost.upcasting(1, Lost.class, older -> older))
        .hasMessageContaining("parcel.v1.lost: cannot upcast version 1 to version 1");
    assertThatThrownBy(() -> Parcels.SENT.version(1))
        .hasMessageContaining("cannot upcast version 1 to version 1");
  }

  @Test
  void refusesTwoUpcastersOfOneVersion() {
    assertThatThrownBy(() -> Parcels.SENT.upcasting(1, SentV1.class, v1 -> Parcels.sent("p")))
        .hasMessage("parcel.v2.sent: version 1 has two upcasters; keep one");
  }

  @Test
  void needsNoUpcasterFromOneOlderVersionToTheNext() {
    EventType<Sent> third = Parcels.EXCHANGE
        .event("sent", Sent.class)
        .version(3)
        .upcasting(1, SentV1.class, SentV1::toSent);

    assertThat(third.versions()).as("no gap: version 1 leads to 3 at once").containsExactly(1, 3);
    assertThat(third.upcast(1, new SentV1("p", 1500)).kilograms()).isEqualByComparingTo("1.5");
  }

  @Test
  void downcastsToTheOlderVersionsThatTwinsArePublishedIn() {
    assertThat(Parcels.SENT_WITH_TWIN.twinVersions()).containsExactly(1);
    assertThat(Parcels.SENT_WITH_TWIN.downcast(1, Parcels.sent("p")))
        .isEqualTo(new SentV1("p", 12_500));
    assertThat(Parcels.SENT.twinVersions()).isEmpty();
    assertThatThrownBy(() -> Parcels.SENT.downcast(1, Parcels.sent("p")))
        .hasMessage("parcel.v2.sent has twins in the versions [], not 1; add .downcasting(1, …)");
  }

  @Test
  void refusesToDowncastToItsOwnOrALaterVersion() {
    assertThatThrownBy(() -> Parcels.SENT.downcasting(2, Sent.class, sent -> sent))
        .hasMessage(
            "parcel.v2.sent: cannot downcast version 2 to version 2; call .version(…) first, and downcast only to older versions");
  }

  @Test
  void refusesTwoDowncastersToOneVersion() {
    assertThatThrownBy(
            () -> Parcels.SENT_WITH_TWIN.downcasting(1, SentV1.class, sent -> new SentV1("p", 1)))
        .hasMessage("parcel.v2.sent: version 1 has two downcasters; keep one");
  }

  @Test
  void refusesToDowncastToAPayloadThatItDoesNotRead() {
    String advice =
        "parcel.v2.sent: version 1 is downcast to Lost, but not upcast from it; call .upcasting(1, Lost.class, …) first, for who publishes a version reads it";

    assertThatThrownBy(() -> Parcels.SENT.downcasting(1, Lost.class, sent -> new Lost("Turin")))
        .hasMessage(advice);
    assertThatThrownBy(() -> Parcels.EXCHANGE
            .event("sent", Sent.class)
            .version(2)
            .downcasting(1, Lost.class, sent -> new Lost("Turin")))
        .hasMessage(advice);
  }

  @Test
  void neverChangesAnotherDescriptor() {
    EventType<Lost> lost = Parcels.EXCHANGE.event("lost", Lost.class);

    EventType<Lost> keyed =
        lost.keyedBy(Lost::where).describedAs("A parcel is gone.").version(3);

    assertThat(lost.orderingKey(new Lost("Turin"))).isEmpty();
    assertThat(lost.version()).isEqualTo(1);
    assertThat(lost.description()).isEmpty();
    assertThat(keyed.orderingKey(new Lost("Turin"))).contains("Turin");
  }
}
