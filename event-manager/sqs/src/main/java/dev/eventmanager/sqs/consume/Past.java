package dev.eventmanager.sqs.consume;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What this process remembers of messages that it had and that will come again: how often it gave
 * them back itself, and that they were dealt with and only not deleted. The oldest are forgotten
 * first. Confined to the consumer's thread.
 */
final class Past {

  private static final int MOST = 10_000;

  private final Map<String, Integer> givenBack = remembering();
  private final Map<String, Boolean> dealtWith = remembering();

  void gaveBack(Hold hold) {
    givenBack.merge(hold.id(), 1, Integer::sum);
  }

  void dealtWith(Hold hold) {
    dealtWith.put(hold.id(), true);
  }

  boolean wasDealtWith(Hold hold) {
    return dealtWith.containsKey(hold.id());
  }

  /** It is deleted, and never comes again. */
  void forget(Hold hold) {
    givenBack.remove(hold.id());
    dealtWith.remove(hold.id());
  }

  /**
   * How often another process had it and did not answer for it: SQS counts whom it gave a message,
   * and those among them that only gave it back in this process are known here alone.
   */
  int timesLost(Hold hold) {
    return Math.max(0, hold.timesReceived() - 1 - givenBack.getOrDefault(hold.id(), 0));
  }

  private static <T> Map<String, T> remembering() {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
        return size() > MOST;
      }
    };
  }
}
