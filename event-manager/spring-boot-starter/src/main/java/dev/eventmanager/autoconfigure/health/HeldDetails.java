package dev.eventmanager.autoconfigure.health;

import dev.eventmanager.handling.ParkedEvents;
import dev.eventmanager.jdbc.parking.ParkedStatus;
import dev.eventmanager.rabbit.parking.ParkedQueues;
import java.util.Map;
import java.util.Optional;

/** Tells how much of a queue stands aside. */
final class HeldDetails {

  /** Enough to see that it is much; counting on would cost more than it tells. */
  private static final int MOST = 10_000;

  private final ParkedEvents parkedEvents;
  private final Optional<ParkedStatus> database;
  private final ParkedQueues parkedQueues;

  HeldDetails(
      ParkedEvents parkedEvents, Optional<ParkedStatus> database, ParkedQueues parkedQueues) {
    this.parkedEvents = parkedEvents;
    this.database = database;
    this.parkedQueues = parkedQueues;
  }

  /** What RabbitMQ has given up on stands apart: the service's database knows nothing of it. */
  void addTo(Map<String, Object> details, String queue, Numbers numbers) {
    if (database.isPresent()) {
      ParkedStatus status = database.get();
      details.put("parkedByTheBroker", numbers.tell(() -> parkedQueues.count(queue)));
      details.put("parked", numbers.tell(() -> status.parked(queue)));
      details.put("retrying", numbers.tell(() -> status.retrying(queue)));
      details.put("heldEvents", numbers.tell(() -> status.events(queue, MOST)));
    } else {
      details.put("parked", numbers.tell(() -> parkedEvents.count(queue)));
    }
  }
}
