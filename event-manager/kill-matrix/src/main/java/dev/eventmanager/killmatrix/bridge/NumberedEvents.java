package dev.eventmanager.killmatrix.bridge;

import dev.eventmanager.killmatrix.reader.mirror.Numbered;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.LongPredicate;

/**
 * Makes the events, each with the next number of its group; some groups have many, most have few.
 * Thread-safe.
 */
final class NumberedEvents {

  private static final int LONGEST_FILLING = 1_000;

  private final Random random;
  private final int groups;
  private final LongPredicate poisoned;
  private final Map<String, Integer> numbers = new HashMap<>();
  private long made = 0;

  /**
   * Events of these groups.
   *
   * @param poisoned which of them are, counted from 0
   */
  NumberedEvents(long seed, int groups, LongPredicate poisoned) {
    this.random = new Random(seed);
    this.groups = groups;
    this.poisoned = poisoned;
  }

  /** The next one. */
  synchronized Numbered next() {
    String group = "g-" + group();
    int number = numbers.merge(group, 1, Integer::sum);
    return new Numbered(
        group, number, poisoned.test(made++), "x".repeat(random.nextInt(LONGEST_FILLING)));
  }

  /** Each gets one first; then the first tenth gets as many as all others. */
  private int group() {
    if (made < groups) {
      return (int) made;
    }
    return random.nextInt(random.nextBoolean() ? Math.max(1, groups / 10) : groups);
  }

  /** How many there are. */
  synchronized long made() {
    return made;
  }

  /** How many of each group. */
  synchronized Map<String, Integer> byGroup() {
    return Map.copyOf(numbers);
  }
}
