package dev.eventmanager.versions;

import dev.eventmanager.EventType;
import dev.eventmanager.Exchange;
import dev.eventmanager.catalogue.EventDeclarations;
import java.util.Collection;
import java.util.List;

/** The shared module of events as it is now. */
public final class ReleaseThree implements EventDeclarations {

  // snippet: after
  public static final EventType<OrderV3> SUBMIT = Exchange.topic("order")
      .event("submit", OrderV3.class)
      .version(3)
      .keyedBy(OrderV3::id)
      .upcasting(1, OrderV1.class, OrderV1::toV3)
      .upcasting(2, OrderV2.class, OrderV2::toV3)
      .downcasting(2, OrderV2.class, OrderV3::toV2);

  // end

  @Override
  public Collection<EventType<?>> events() {
    return List.of(SUBMIT);
  }
}
