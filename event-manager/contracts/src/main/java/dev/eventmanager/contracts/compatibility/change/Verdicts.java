package dev.eventmanager.contracts.compatibility.change;

import java.util.function.BiFunction;

/**
 * A change seen from both sides.
 *
 * @param newReaders whether new readers can read old events
 * @param oldReaders whether old readers can read new events
 */
public record Verdicts(Verdict newReaders, Verdict oldReaders) {

  public static final Verdicts COMPATIBLE = both(Verdict.COMPATIBLE);

  static Verdicts both(Verdict verdict) {
    return new Verdicts(verdict, verdict);
  }

  /** What a rule for one writer and one reader says in both directions. */
  static <T> Verdicts of(T before, T after, BiFunction<T, T, Verdict> reads) {
    return new Verdicts(reads.apply(before, after), reads.apply(after, before));
  }

  public boolean compatible() {
    return equals(COMPATIBLE);
  }

  /** The worse of both, for each side. */
  public Verdicts and(Verdicts other) {
    return new Verdicts(newReaders.and(other.newReaders), oldReaders.and(other.oldReaders));
  }
}
