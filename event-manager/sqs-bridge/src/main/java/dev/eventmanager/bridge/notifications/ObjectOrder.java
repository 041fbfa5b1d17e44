package dev.eventmanager.bridge.notifications;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts what waits of one object in order. */
final class ObjectOrder {

  /** Of two in one place, the id decides, so that every instance finds the same order. */
  private static final Comparator<Waiting> BY_PLACE = Comparator.<Waiting, BigInteger>comparing(
          each -> each.place().orElseThrow())
      .thenComparing(Waiting::occurredAt)
      .thenComparing(Waiting::id);

  private static final Comparator<Waiting> BY_TIME =
      Comparator.comparing(Waiting::occurredAt).thenComparing(Waiting::id);

  private ObjectOrder() {}

  /** What may go now, in order: what is due, and before it whatever happened earlier. */
  static List<Waiting> releasable(List<Waiting> ofOneObject) {
    var ordered = ordered(ofOneObject);
    int last = ordered.size() - 1;
    while (last >= 0 && !ordered.get(last).due()) {
      last--;
    }
    return ordered.subList(0, last + 1);
  }

  /** The newest place of these, or the one that was reached before. */
  static BigInteger newest(List<Waiting> released, BigInteger before) {
    return released.stream()
        .map(Waiting::place)
        .flatMap(Optional::stream)
        .reduce(before, BigInteger::max);
  }

  /**
   * By place; what has none goes by its time in between. Times do not decide between places: S3 does
   * not promise that the two agree.
   */
  private static List<Waiting> ordered(List<Waiting> ofOneObject) {
    var placed = sorted(ofOneObject, true, BY_PLACE);
    var others = sorted(ofOneObject, false, BY_TIME);
    var ordered = new ArrayList<Waiting>();
    while (!placed.isEmpty() || !others.isEmpty()) {
      ordered.add(isNext(others, placed) ? others.remove() : placed.remove());
    }
    return ordered;
  }

  private static boolean isNext(Deque<Waiting> others, Deque<Waiting> placed) {
    return placed.isEmpty()
        || (!others.isEmpty()
            && others.element().occurredAt().isBefore(placed.element().occurredAt()));
  }

  private static Deque<Waiting> sorted(
      List<Waiting> all, boolean placed, Comparator<Waiting> comparator) {
    return all.stream()
        .filter(each -> each.place().isPresent() == placed)
        .sorted(comparator)
        .collect(Collectors.toCollection(ArrayDeque::new));
  }
}
