package dev.eventmanager.contracts.compatibility.change;

/** Whether readers can read what writers write; the worse comes later. */
public enum Verdict {
  /** Every event that can be written can be read. */
  COMPATIBLE("yes"),

  /** Readers do not know the event or its version yet: it is parked until they do. */
  KEPT_ASIDE("not yet, so it is parked until they know it"),

  /** No rule says that every event can be read. To be treated as {@link #INCOMPATIBLE}. */
  UNDECIDED("cannot be decided"),

  /** Some events cannot be read. */
  INCOMPATIBLE("no");

  private final String answer;

  Verdict(String answer) {
    this.answer = answer;
  }

  static Verdict compatibleIf(boolean condition) {
    return condition ? COMPATIBLE : INCOMPATIBLE;
  }

  /** The worse of both. */
  public Verdict and(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The better of both. */
  Verdict or(Verdict other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** The answer to "can they read it?". */
  @Override
  public String toString() {
    return answer;
  }
}
