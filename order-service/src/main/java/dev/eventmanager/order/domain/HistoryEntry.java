package dev.eventmanager.order.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A fact about an order, with the moment it came about and a note for people, which may be empty.
 *
 * @param at to the microsecond, which is what the databases keep
 */
public record HistoryEntry(Fact fact, Instant at, String note) {

  public HistoryEntry {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }
}
