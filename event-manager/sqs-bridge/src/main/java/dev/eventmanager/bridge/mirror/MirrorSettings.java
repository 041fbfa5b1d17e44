package dev.eventmanager.bridge.mirror;

import dev.eventmanager.sqs.loop.BackOff;
import java.time.Duration;

/**
 * How a mirror sends.
 *
 * @param linger how long an event may wait for others to share its batch
 * @param batchesInFlight how many batches may be under way at once, at most
 * @param firstBackOff the wait after a first failure; doubled after each further one
 * @param longestBackOff where doubling ends
 * @param quickAttempts how often an event is tried that the target alone fails on, before it is kept
 *     for later
 * @param provablyDeduplicated how long after a first attempt with an unknown outcome the same event
 *     may be sent again without fear of a second copy; less than the 5 minutes of SQS
 * @param patience how long nothing may get through before the broker is given back what waits; well
 *     below its own {@code consumer_timeout}
 */
public record MirrorSettings(
    Duration linger,
    int batchesInFlight,
    Duration firstBackOff,
    Duration longestBackOff,
    int quickAttempts,
    Duration provablyDeduplicated,
    Duration patience) {

  /** 3 ms, 16 batches, 100 ms to 30 s, 5 attempts, 4 and 5 minutes. */
  public static MirrorSettings standard() {
    return new MirrorSettings(
        Duration.ofMillis(3),
        16,
        Duration.ofMillis(100),
        Duration.ofSeconds(30),
        5,
        Duration.ofMinutes(4),
        Duration.ofMinutes(5));
  }

  /** The same, with other batches and another patience. */
  public MirrorSettings with(
      Duration otherLinger, int otherBatchesInFlight, Duration otherPatience) {
    return new MirrorSettings(
        otherLinger,
        otherBatchesInFlight,
        firstBackOff,
        longestBackOff,
        quickAttempts,
        provablyDeduplicated,
        otherPatience);
  }

  BackOff backOff() {
    return new BackOff(firstBackOff, longestBackOff);
  }
}
