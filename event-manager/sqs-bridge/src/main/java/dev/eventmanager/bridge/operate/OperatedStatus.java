package dev.eventmanager.bridge.operate;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a route is doing on this instance.
 *
 * @param route its name for operators
 * @param from where its events come from
 * @param to where they go
 * @param waitsFor what keeps it from flowing, in words
 * @param waiting how many events wait at its source; empty where that cannot be asked now
 * @param inHand how many are between source and target
 * @param oldest since when the oldest of those is in hand
 * @param parked how many are kept in the database
 */
public record OperatedStatus(
    String route,
    String from,
    String to,
    State state,
    Optional<String> waitsFor,
    OptionalLong waiting,
    int inHand,
    Optional<Instant> oldest,
    int batchesInFlight,
    long parked) {

  /** What a route is doing. */
  public enum State {
    FLOWING,
    /** Something that is not the events' fault keeps it from sending; it goes on by itself. */
    WAITING,
    /** It has no way to its source, and tries again until it has one. */
    CONNECTING,
    /** It takes nothing more and finishes what is in hand. */
    DRAINING,
    STOPPED
  }
}
