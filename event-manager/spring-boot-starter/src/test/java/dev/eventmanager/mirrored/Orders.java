package dev.eventmanager.mirrored;

import dev.eventmanager.EventType;
import dev.eventmanager.Exchange;
import dev.eventmanager.catalogue.EventDeclarations;
import java.util.Collection;
import java.util.List;

/** Events of a shop, in their second version. */
public final class Orders implements EventDeclarations {

  static final EventType<Order> SUBMIT = Exchange.topic("order")
      .event("submit", Order.class)
      .version(2)
      .keyedBy(Order::id)
      .upcasting(1, OrderV1.class, OrderV1::toOrder);

  @Override
  public Collection<EventType<?>> events() {
    return List.of(SUBMIT);
  }

  /** Today's. */
  public record Order(String id, int number, String currency) {}

  /** As it was. */
  public record OrderV1(String id, int number) {

    Order toOrder() {
      return new Order(id, number, "EUR");
    }
  }
}
