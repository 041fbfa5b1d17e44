package dev.eventmanager.versions;

import dev.eventmanager.EventType;
import dev.eventmanager.Exchange;
import dev.eventmanager.catalogue.EventDeclarations;
import java.util.Collection;
import java.util.List;

/** The shared module of events as it was. */
public final class ReleaseTwo implements EventDeclarations {

  // snippet: before
  public static final EventType<OrderV2> SUBMIT = Exchange.topic("order")
      .event("submit", OrderV2.class)
      .version(2)
      .keyedBy(OrderV2::id)
      .upcasting(1, OrderV1.class, OrderV1::toV2);

  // end

  @Override
  public Collection<EventType<?>> events() {
    return List.of(SUBMIT);
  }
}
