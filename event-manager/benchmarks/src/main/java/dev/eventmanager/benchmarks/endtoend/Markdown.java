package dev.eventmanager.benchmarks.endtoend;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables of the pages. */
final class Markdown {

  private static final String NOTHING = "–";

  private Markdown() {}

  /** The head of a table. */
  static String head(String... cells) {
    return row(cells) + "|---".repeat(cells.length) + "|\n";
  }

  static String row(String... cells) {
    return Stream.of(cells).collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  static String text(Optional<Spread> spread, int decimals) {
    return spread.map(each -> each.text(decimals)).orElse(NOTHING);
  }

  static String rounds(int count) {
    return count == 1 ? "1 round" : count + " rounds";
  }
}
