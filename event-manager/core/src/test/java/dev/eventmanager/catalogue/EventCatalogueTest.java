package dev.eventmanager.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.catalogue.EventCatalogue.DeclaredKey;
import dev.eventmanager.fixture.Parcels;
import dev.eventmanager.routing.BindingKey;
import dev.eventmanager.routing.RoutingKey;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {

  @Test
  void findsAnEventWhateverItsVersion() {
    assertThat(Parcels.CATALOGUE.find(new RoutingKey("parcel", 9, "sent")))
        .hasValueSatisfying(event -> assertThat(event).isSameAs(Parcels.SENT));
    assertThat(Parcels.CATALOGUE.find(new RoutingKey("parcel", 1, "eaten"))).isEmpty();
  }

  @Test
  void findsWhatARoutingKeyStandsForIfItsVersionCanBeRead() {
    assertThat(Parcels.CATALOGUE.find("parcel.v1.sent"))
        .contains(new DeclaredKey(new RoutingKey("parcel", 1, "sent"), Parcels.SENT));
    assertThat(Parcels.CATALOGUE.find("parcel.v9.sent")).isEmpty();
    assertThat(Parcels.CATALOGUE.find("no routing key")).isEmpty();
  }

  @Test
  void tellsWhatAPatternAdmitsInEveryReadableVersion() {
    assertThat(Parcels.CATALOGUE.admittedBy(BindingKey.of("parcel.*.sent")).keySet())
        .extracting(RoutingKey::toString)
        .containsExactly("parcel.v1.sent", "parcel.v2.sent");
    assertThat(Parcels.CATALOGUE.admittedBy(BindingKey.of("order.#"))).isEmpty();
  }

  @Test
  void knowsTheExchangesBehindAWildcard() {
    assertThat(Parcels.CATALOGUE.exchangesOf(BindingKey.of("#"))).containsExactly("parcel");
  }

  @Test
  void suggestsTheNearestSpelling() {
    assertThat(Parcels.CATALOGUE.nearest("parcel.*.sned"))
        .hasValueSatisfying(key -> assertThat(key.event()).isEqualTo("sent"));
  }

  @Test
  void refusesAnEventThatIsDeclaredTwice() {
    assertThatThrownBy(() -> EventCatalogue.of(Parcels.SENT, Parcels.SENT.version(3)))
        .hasMessage(
            "event \"sent\" of exchange \"parcel\" is declared twice, as parcel.v2.sent and as parcel.v3.sent; keep one and give it every version");
  }
}
