package dev.eventmanager.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.catalogue.EventCatalogue;
import org.junit.jupiter.api.Test;

/** The names other parties bind to, as literals: a refactoring that changes one fails here. */
class WireNamesTest {

  @Test
  void holdsEveryRoutingKeyOfTheShop() {
    assertThat(new ShopEvents().events())
        .extracting(type -> type.routingKey().toString())
        .containsExactly(
            "order.v2.submit",
            "order.v1.chargeback",
            "order.v1.refuse",
            "billing.v1.settle",
            "billing.v1.decline",
            "billing.v1.refund",
            "logistic.v1.reserve",
            "logistic.v1.shortage",
            "logistic.v1.dispatch",
            "logistic.v1.deliver");
  }

  @Test
  void publishesEachServicesEventsOnItsOwnExchange() {
    assertThat(new ShopEvents().events())
        .extracting(type -> type.exchange().name())
        .containsOnly("order", "billing", "logistic");
  }

  @Test
  void isFoundByTheCatalogue() {
    assertThat(EventCatalogue.load(getClass().getClassLoader()).events())
        .containsExactlyElementsOf(new ShopEvents().events());
  }
}
