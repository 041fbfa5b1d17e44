package dev.eventmanager.benchmarks.run;

/**
 * What a contestant is to run.
 *
 * @param rate events a second, each at its time; 0 for as many as find room
 * @param threads that publish
 * @param keys ordering keys, at least one a thread
 * @param patterns of the queue; the events match them in turn
 * @param types of events that are declared
 * @param warmUp seconds before the measured ones
 * @param seconds that are measured
 */
public record Course(
    int rate, int threads, int keys, int patterns, int types, int warmUp, int seconds) {

  private static final int KEYS = 1_000;

  /** One thread, one pattern, one event, and keys enough for handlers in parallel. */
  public static Course usual(int rate, int warmUp, int seconds) {
    return new Course(rate, 1, KEYS, 1, 1, warmUp, seconds);
  }

  public Course {
    if (keys < threads) {
      throw new IllegalArgumentException(
          "%d threads cannot share %d keys; a key's events come from one thread"
              .formatted(threads, keys));
    }
    if (types < patterns) {
      throw new IllegalArgumentException(
          "%d patterns cannot each match one of %d declared events".formatted(patterns, types));
    }
  }

  /** The same run by other numbers of threads and keys. */
  public Course with(int otherThreads, int otherKeys) {
    return new Course(rate, otherThreads, otherKeys, patterns, types, warmUp, seconds);
  }

  /** The same run on a queue with other patterns, by a service with other declarations. */
  public Course declaring(int otherPatterns, int otherTypes) {
    return new Course(rate, threads, keys, otherPatterns, otherTypes, warmUp, seconds);
  }

  public boolean asFastAsPossible() {
    return rate == 0;
  }

  @Override
  public String toString() {
    String speed = asFastAsPossible() ? "as fast as possible" : rate + " events/s";
    return "%s, %d threads, %d keys, %d patterns, %d types"
        .formatted(speed, threads, keys, patterns, types);
  }
}
