package dev.eventmanager.benchmarks.endtoend;

import dev.eventmanager.benchmarks.contestants.Entrant;
import dev.eventmanager.benchmarks.run.Course;
import dev.eventmanager.benchmarks.run.Figure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Latency over rate, a line for each contestant: its median, and dashed its 99th percentile. */
final class LatencyCurve {

  private static final int LEFT = 70;
  private static final int TOP = 40;
  private static final int WIDTH = 420;
  private static final int HEIGHT = 320;
  private static final int LEGEND = LEFT + WIDTH + 30;
  private static final double LEAST_MILLIS = 0.1;
  private static final int DECADES = 5;
  private static final String GRID = "#dddddd";

  private final Results results;
  private final List<Course> courses;

  LatencyCurve(Results results) {
    this.results = results;
    this.courses = results.atRates().toList();
  }

  String svg() {
    Svg svg = new Svg(LEGEND + 190, TOP + HEIGHT + 50);
    svg.text(LEFT, 22, "start", "milliseconds from sending to handler: median, and dashed 99 %");
    svg.text(LEFT + WIDTH / 2.0, TOP + HEIGHT + 42, "middle", "events a second");
    drawGrid(svg);
    List<Entrant> entrants =
        courses.stream().flatMap(results::entrants).distinct().sorted().toList();
    for (int row = 0; row < entrants.size(); row++) {
      Entrant entrant = entrants.get(row);
      draw(svg, entrant, Figure.P50_FROM_SEND, "");
      draw(svg, entrant, Figure.P99_FROM_SEND, "5 4");
      double y = TOP + 12 + row * 22;
      svg.bar(LEGEND, y - 10, 12, 12, Svg.colour(entrant));
      svg.text(LEGEND + 20, y, "start", entrant.toString());
    }
    return svg.toString();
  }

  private void drawGrid(Svg svg) {
    for (int decade = 0; decade <= DECADES; decade++) {
      double millis = LEAST_MILLIS * Math.pow(10, decade);
      svg.line(LEFT, y(millis), LEFT + WIDTH, y(millis), GRID, "");
      svg.text(LEFT - 8, y(millis) + 4, "end", decade == 0 ? "0.1" : "%.0f".formatted(millis));
    }
    for (int place = 0; place < courses.size(); place++) {
      int rate = courses.get(place).rate();
      svg.line(x(place), TOP, x(place), TOP + HEIGHT, GRID, "");
      svg.text(x(place), TOP + HEIGHT + 20, "middle", String.format(Locale.ROOT, "%,d", rate));
    }
  }

  private void draw(Svg svg, Entrant entrant, Figure figure, String dashes) {
    for (int place = 0; place < courses.size(); place++) {
      double x = x(place);
      Optional<Double> here = height(entrant, place, figure);
      here.ifPresent(y -> svg.dot(x, y, Svg.colour(entrant)));
      if (here.isPresent() && place > 0) {
        double before = x(place - 1);
        height(entrant, place - 1, figure)
            .ifPresent(y -> svg.line(before, y, x, here.get(), Svg.colour(entrant), dashes));
      }
    }
  }

  private Optional<Double> height(Entrant entrant, int place, Figure figure) {
    return results.spread(entrant, courses.get(place), figure).map(spread -> y(spread.median()));
  }

  private double x(int place) {
    return LEFT + WIDTH * (place + 0.5) / courses.size();
  }

  /** A decade takes the same room everywhere; what lies beyond is drawn at the edge. */
  private static double y(double millis) {
    double decades = Math.log10(Math.max(millis, LEAST_MILLIS) / LEAST_MILLIS);
    return TOP + HEIGHT * (1 - Math.min(decades, DECADES) / DECADES);
  }
}
