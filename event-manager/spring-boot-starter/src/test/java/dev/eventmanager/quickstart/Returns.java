package dev.eventmanager.quickstart;

import dev.eventmanager.LaterEvents;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class Returns {

  private final LaterEvents later;

  Returns(LaterEvents later) {
    this.later = later;
  }

  // snippet: later
  @Transactional
  public String expect(Parcel parcel, Duration within) {
    return later.publishAfter(ParcelEvents.OVERDUE, parcel, within).metadata().id();
  }

  @Transactional
  public boolean arrived(String reminder) {
    return later.cancel(reminder); // true: it never goes out
  }
  // end
}
