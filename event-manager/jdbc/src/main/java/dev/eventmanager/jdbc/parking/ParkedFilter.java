package dev.eventmanager.jdbc.parking;

import java.util.Optional;

/**
 * Which parked events are asked for: those that agree with everything that is given.
 *
 * @param orderingKey the key, in full
 * @param errorClass the class of the failure, as in {@link ParkedFailure}
 * @param frame where the failure arose, as in {@link ParkedFailure}
 */
public record ParkedFilter(
    Optional<String> queue,
    Optional<SequenceState> state,
    Optional<String> orderingKey,
    Optional<String> errorClass,
    Optional<String> frame) {

  /** All of them. */
  public static ParkedFilter all() {
    return of(Optional.empty());
  }

  /** Those of a queue. */
  public static ParkedFilter ofQueue(String queue) {
    return of(Optional.of(queue));
  }

  private static ParkedFilter of(Optional<String> queue) {
    return new ParkedFilter(
        queue, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
