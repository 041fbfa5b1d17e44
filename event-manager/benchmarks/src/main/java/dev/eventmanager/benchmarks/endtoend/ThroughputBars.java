package dev.eventmanager.benchmarks.endtoend;

import dev.eventmanager.benchmarks.contestants.Entrant;
import dev.eventmanager.benchmarks.page.Spread;
import dev.eventmanager.benchmarks.run.Course;
import dev.eventmanager.benchmarks.run.Figure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A bar for each contestant, as long as it was fast, with a line from the least to the most. */
final class ThroughputBars {

  private static final int LEFT = 190;
  private static final int LENGTH = 440;
  private static final int ROW = 34;
  private static final int THICKNESS = 20;
  private static final int TOP = 40;

  private final Results results;

  ThroughputBars(Results results) {
    this.results = results;
  }

  String svg() {
    List<Entrant> entrants =
        results.asFastAsPossible().limit(1).flatMap(results::entrants).toList();
    Svg svg = new Svg(LEFT + LENGTH + 90, TOP + ROW * entrants.size() + 10);
    svg.text(LEFT, 22, "start", "events a second, from publisher to handler");
    results.asFastAsPossible().findFirst().ifPresent(course -> draw(svg, entrants, course));
    return svg.toString();
  }

  private void draw(Svg svg, List<Entrant> entrants, Course course) {
    double most = entrants.stream()
        .flatMap(each -> received(each, course).stream())
        .mapToDouble(Spread::most)
        .max()
        .orElse(1);
    for (int row = 0; row < entrants.size(); row++) {
      Entrant entrant = entrants.get(row);
      double y = TOP + row * ROW;
      svg.text(LEFT - 10, y + 15, "end", entrant.toString());
      received(entrant, course).ifPresent(spread -> draw(svg, y, entrant, spread, LENGTH / most));
    }
  }

  private static void draw(Svg svg, double y, Entrant entrant, Spread spread, double scale) {
    double middle = y + THICKNESS / 2.0;
    svg.bar(LEFT, y, spread.median() * scale, THICKNESS, Svg.colour(entrant));
    svg.line(
        LEFT + spread.least() * scale, middle, LEFT + spread.most() * scale, middle, "#000000", "");
    svg.text(
        LEFT + spread.most() * scale + 8,
        y + 15,
        "start",
        String.format(Locale.ROOT, "%,.0f", spread.median()));
  }

  private Optional<Spread> received(Entrant entrant, Course course) {
    return results.spread(entrant, course, Figure.RECEIVED);
  }
}
