package dev.eventmanager.benchmarks.endtoend;

import dev.eventmanager.benchmarks.run.Course;
import java.util.List;
import java.util.Locale;

/** What is varied, each with its base first. */
enum Varied {
  THREADS {
    @Override
    List<Variant> variants(Course usual) {
      return List.of(
          new Variant("1 publishing thread", usual, usual, BASE),
          new Variant("8 publishing threads", usual.with(8, usual.keys()), usual, MEASURED),
          new Variant(
              "64 publishing threads", usual.with(64, usual.keys()), usual, "1.00 or more"));
    }
  },
  KEYS {
    @Override
    List<Variant> variants(Course usual) {
      Course ten = usual.with(usual.threads(), 10);
      return List.of(
          new Variant("10 ordering keys", ten, ten, BASE),
          new Variant("1 ordering key", usual.with(usual.threads(), 1), ten, MEASURED),
          new Variant(
              "100,000 ordering keys", usual.with(usual.threads(), 100_000), ten, "0.90 or more"));
    }
  },
  DECLARED {
    @Override
    List<Variant> variants(Course usual) {
      return List.of(
          new Variant("1 declared event, 1 pattern", usual, usual, BASE),
          new Variant(
              "500 declared events, 8 patterns", usual.declaring(8, 500), usual, "0.97 or more"));
    }
  };

  private static final String BASE = "base";
  private static final String MEASURED = "";

  /** The variants of a usual course. */
  abstract List<Variant> variants(Course usual);

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
