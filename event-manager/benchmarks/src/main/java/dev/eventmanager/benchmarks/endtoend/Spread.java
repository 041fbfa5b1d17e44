package dev.eventmanager.benchmarks.endtoend;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The median of figures, with the least and the most. */
record Spread(double median, double least, double most) {

  static Spread of(Collection<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int count = sorted.size();
    double median = (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2;
    return new Spread(median, sorted.get(0), sorted.get(count - 1));
  }

  /** Such as {@code **18,204** (17,900 to 19,001)}. */
  String text(int decimals) {
    String format = "%,." + decimals + "f";
    return String.format(
        Locale.ROOT, "**" + format + "** (" + format + " to " + format + ")", median, least, most);
  }
}
