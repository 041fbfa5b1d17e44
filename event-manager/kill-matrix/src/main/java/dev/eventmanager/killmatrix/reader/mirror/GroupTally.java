package dev.eventmanager.killmatrix.reader.mirror;

import java.util.BitSet;
import java.util.Optional;

/** What has come of one group. */
final class GroupTally {

  private final BitSet seen = new BitSet();
  private int last = 0;
  private int copies = 0;

  /** Returns what the message breaks, if anything. */
  Optional<MirrorInvariant> add(int number, boolean flagged) {
    boolean copy = seen.get(number);
    if (copy && !flagged) {
      return Optional.of(MirrorInvariant.REPEATED);
    }
    boolean late = number < last;
    copies += copy ? 1 : 0;
    seen.set(number);
    last = Math.max(last, number);
    return late ? Optional.of(MirrorInvariant.REORDERED) : Optional.empty();
  }

  int distinct() {
    return seen.cardinality();
  }

  /** Second copies that were marked. */
  int copies() {
    return copies;
  }

  /** Whether one of this number came. */
  boolean has(int number) {
    return seen.get(number);
  }

  /** The highest number that came. */
  int last() {
    return last;
  }
}
