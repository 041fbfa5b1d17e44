package dev.eventmanager.benchmarks.page;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The median of figures, with the least and the most. */
public record Spread(double median, double least, double most) {

  public static Spread of(Collection<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int count = sorted.size();
    double median = (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2;
    return new Spread(median, sorted.get(0), sorted.get(count - 1));
  }

  /** Empty where there are no figures. */
  public static Optional<Spread> ofAny(Collection<Double> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(of(values));
  }

  /** How many times the others these are, where both have a figure of the same round. */
  public static Optional<Spread> ofRatios(Map<Integer, Double> these, Map<Integer, Double> others) {
    return ofAny(these.keySet().stream()
        .filter(others::containsKey)
        .map(round -> these.getOrDefault(round, 0.0) / others.getOrDefault(round, 0.0))
        .toList());
  }

  /** Such as {@code **18,204** (17,900 to 19,001)}. */
  String text(int decimals) {
    String format = "%,." + decimals + "f";
    return String.format(
        Locale.ROOT, "**" + format + "** (" + format + " to " + format + ")", median, least, most);
  }
}
