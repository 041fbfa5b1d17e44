package dev.eventmanager.quickstart;

import dev.eventmanager.EventType;
import dev.eventmanager.Exchange;
import dev.eventmanager.catalogue.EventDeclarations;
import java.util.Collection;
import java.util.List;

// snippet: declare
public final class ParcelEvents implements EventDeclarations { // named in META-INF/services

  public static final EventType<Parcel> SENT =
      Exchange.topic("parcel").event("sent", Parcel.class).keyedBy(Parcel::id);

  public static final EventType<Parcel> OVERDUE =
      Exchange.topic("parcel").event("overdue", Parcel.class).keyedBy(Parcel::id);

  @Override
  public Collection<EventType<?>> events() {
    return List.of(SENT, OVERDUE);
  }
}
// end
