package dev.eventmanager.quickstart;

import dev.eventmanager.EventType;
import dev.eventmanager.Exchange;
import dev.eventmanager.catalogue.EventDeclarations;
import java.util.Collection;
import java.util.List;

// snippet: declare
public final class ParcelEvents implements EventDeclarations { // named in META-INF/services

  public static final Exchange PARCEL = Exchange.topic("parcel");

  public static final EventType<Parcel> SENT = PARCEL
      .event("sent", Parcel.class)
      .version(2)
      .keyedBy(Parcel::id) // events of one parcel stay in order
      .upcasting(1, ParcelV1.class, ParcelV1::toParcel); // old publishers may go on

  @Override
  public Collection<EventType<?>> events() {
    return List.of(SENT);
  }
}
// end
