package dev.eventmanager.bridge.mirror;

import java.time.Duration;

/**
 * How a mirror sends.
 *
 * @param linger how long an event may wait for others to share its batch
 * @param batchesInFlight how many batches may be under way at once, at most
 * @param firstBackOff the wait after a first failure; doubled after each further one
 * @param longestBackOff where doubling ends
 * @param provablyDeduplicated how long after a first attempt with an unknown outcome the same event
 *     may be sent again without fear of a second copy; less than the 5 minutes of SQS
 */
public record MirrorSettings(
    Duration linger,
    int batchesInFlight,
    Duration firstBackOff,
    Duration longestBackOff,
    Duration provablyDeduplicated) {

  /** 3 ms, 16 batches, 100 ms to 30 s, 4 minutes. */
  public static MirrorSettings standard() {
    return new MirrorSettings(
        Duration.ofMillis(3),
        16,
        Duration.ofMillis(100),
        Duration.ofSeconds(30),
        Duration.ofMinutes(4));
  }

  /** The same, with other batches. */
  public MirrorSettings with(Duration otherLinger, int otherBatchesInFlight) {
    return new MirrorSettings(
        otherLinger, otherBatchesInFlight, firstBackOff, longestBackOff, provablyDeduplicated);
  }

  BackOff backOff() {
    return new BackOff(firstBackOff, longestBackOff);
  }
}
