package dev.eventmanager.jdbc.parking;

import static dev.eventmanager.jdbc.Events.TIME;

import dev.eventmanager.ParkReason;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.handling.ParkedEvent;
import dev.eventmanager.jdbc.TestDatabase;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a queue of billing parks. */
final class Parking {

  static final String QUEUE = "billing_order";

  private Parking() {}

  static JdbcParkedEvents on(TestDatabase database) {
    return new JdbcParkedEvents(database.dataSource(), Clock.fixed(TIME, ZoneOffset.UTC));
  }

  static ParkedEvent parked(EncodedEvent event, ParkReason reason, @Nullable Throwable failure) {
    return new ParkedEvent(
        QUEUE, event, reason, 4, Optional.ofNullable(failure), TIME, TIME.plusSeconds(9));
  }

  static ParkedEvent failed(EncodedEvent event) {
    return parked(event, ParkReason.HANDLER_FAILED, new IllegalStateException("no ledger"));
  }
}
