package dev.eventmanager.killmatrix.report;

import dev.eventmanager.killmatrix.fault.FaultKind;
import dev.eventmanager.killmatrix.reader.Invariant;
import dev.eventmanager.killmatrix.round.RoundResult;
import dev.eventmanager.killmatrix.shop.ShopResult;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * The figures of a run, or of as much of it as is done.
 *
 * @param command how to run it again
 * @param rounds how many have been played
 * @param events how many were committed, all rounds together
 * @param faults how often each was injected
 * @param broken how often each invariant was
 * @param replayed how often a parked event was replayed
 * @param orders how many the shop accepted
 * @param shopFaults how many were injected into the shop
 * @param ordersDisagreeing how many orders, or sums over them, do not agree
 * @param seconds how long it took
 * @param problems what was found, for people; empty where every promise held
 * @param finished when the last round ended
 */
public record MatrixResult(
    String command,
    long seed,
    int rounds,
    long events,
    Map<FaultKind, Integer> faults,
    Map<Invariant, Long> broken,
    long replayed,
    int orders,
    int shopFaults,
    int ordersDisagreeing,
    long seconds,
    List<String> problems,
    Instant finished) {

  /** Nothing is done yet. */
  public static MatrixResult none(String command, long seed, Instant now) {
    return new MatrixResult(
        command,
        seed,
        0,
        0,
        counts(FaultKind.values(), 0),
        counts(Invariant.values(), 0L),
        0,
        0,
        0,
        0,
        0,
        List.of(),
        now);
  }

  /** With a round added. */
  public MatrixResult plus(RoundResult round, Instant now) {
    return new MatrixResult(
        command,
        seed,
        rounds + 1,
        events + round.findings().events(),
        sum(faults, round.faults(), Integer::sum),
        sum(broken, round.findings().broken(), Long::sum),
        replayed + round.replayed(),
        orders,
        shopFaults,
        ordersDisagreeing,
        seconds + round.duration().toSeconds(),
        joined(problems, round.problems()),
        now);
  }

  /** With a run of the shop added. */
  public MatrixResult plus(ShopResult shop, Instant now) {
    return new MatrixResult(
        command,
        seed,
        rounds,
        events,
        faults,
        broken,
        replayed,
        orders + shop.orders(),
        shopFaults + shop.faults(),
        ordersDisagreeing + shop.violations().size(),
        seconds + shop.duration().toSeconds(),
        joined(problems, shop.violations()),
        now);
  }

  /** How often any of these was injected. */
  public int injected(Collection<FaultKind> kinds) {
    return kinds.stream().mapToInt(kind -> faults.getOrDefault(kind, 0)).sum();
  }

  /** Whether every promise held. */
  public boolean isClean() {
    return problems.isEmpty();
  }

  private static <K extends Enum<K>, V> Map<K, V> counts(K[] keys, V zero) {
    Map<K, V> counts = new EnumMap<>(keys[0].getDeclaringClass());
    for (K key : keys) {
      counts.put(key, zero);
    }
    return counts;
  }

  private static <K extends Enum<K>, V> Map<K, V> sum(
      Map<K, V> first, Map<K, V> second, BinaryOperator<V> plus) {
    Map<K, V> sum = new EnumMap<>(first);
    second.forEach((key, value) -> sum.merge(key, value, plus));
    return sum;
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
