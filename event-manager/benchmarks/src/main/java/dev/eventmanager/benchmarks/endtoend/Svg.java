package dev.eventmanager.benchmarks.endtoend;

import dev.eventmanager.benchmarks.contestants.Entrant;
import java.util.Locale;

/** A drawing that grows shape by shape. Not thread-safe. */
final class Svg {

  private static final String[] COLOURS = {
    "#1b6ca8", "#e07b39", "#5a9367", "#9b5094", "#444444",
    "#b8860b", "#c0392b", "#16a085", "#7f8c8d", "#6c5ce7"
  };

  private final StringBuilder shapes = new StringBuilder();
  private final int width;
  private final int height;

  Svg(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** The colour that a contestant has in every picture. */
  static String colour(Entrant entrant) {
    return COLOURS[entrant.ordinal() % COLOURS.length];
  }

  void text(double x, double y, String anchor, String text) {
    add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, text);
  }

  void bar(double x, double y, double length, double thickness, String colour) {
    add(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
        x, y, length, thickness, colour);
  }

  void line(double x, double y, double toX, double toY, String colour, String dashes) {
    add(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"1.5\" stroke-dasharray=\"%s\"/>",
        x, y, toX, toY, colour, dashes);
  }

  void dot(double x, double y, String colour) {
    add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>", x, y, colour);
  }

  private void add(String shape, Object... values) {
    shapes.append("  ").append(String.format(Locale.ROOT, shape, values)).append('\n');
  }

  @Override
  public String toString() {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" \
        font-family="sans-serif" font-size="13">
          <rect width="%1$d" height="%2$d" fill="#ffffff"/>
        """.formatted(width, height) + shapes + "</svg>\n";
  }
}
