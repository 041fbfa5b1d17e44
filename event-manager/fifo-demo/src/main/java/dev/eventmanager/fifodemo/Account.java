package dev.eventmanager.fifodemo;

import java.time.Duration;
import java.util.SortedMap;

/**
 * What came of one queue, counted.
 *
 * @param sent what SQS said it took, copies included
 * @param handled different messages that were handled
 * @param handledAgain times a message was handled that had been handled before
 * @param breaches times a message was handled for the first time after a later one of its publisher
 *     and group
 * @param breachesByGroup the same, of every group
 * @param deadLetters messages that were set aside
 * @param swallowed what SQS took and nobody ever received: copies that deduplication recognised
 * @param left what was still on the queue when time was up
 * @param missing different messages that were neither handled nor set aside
 */
record Account(
    int sent,
    int handled,
    int handledAgain,
    int breaches,
    SortedMap<String, Integer> breachesByGroup,
    int deadLetters,
    int swallowed,
    int left,
    int missing,
    Duration time) {

  /** Whether everything was dealt with. */
  boolean isSettled() {
    return missing == 0 && left == 0;
  }
}
