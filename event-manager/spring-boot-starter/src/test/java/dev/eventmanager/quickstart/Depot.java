package dev.eventmanager.quickstart;

import dev.eventmanager.EventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class Depot {

  private final EventPublisher events;

  Depot(EventPublisher events) {
    this.events = events;
  }

  // snippet: publish
  @Transactional
  public void send(Parcel parcel) {
    events.publish(ParcelEvents.SENT, parcel); // goes out if and only if the transaction commits
  }
  // end
}
