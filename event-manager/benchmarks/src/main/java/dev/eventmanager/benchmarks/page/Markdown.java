package dev.eventmanager.benchmarks.page;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables of the pages. */
public final class Markdown {

  private static final String NOTHING = "–";

  private Markdown() {}

  /** The head of a table. */
  public static String head(String... cells) {
    return row(cells) + "|---".repeat(cells.length) + "|\n";
  }

  public static String row(String... cells) {
    return Stream.of(cells).collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  public static String text(Optional<Spread> spread, int decimals) {
    return spread.map(each -> each.text(decimals)).orElse(NOTHING);
  }

  public static String rounds(int count) {
    return count == 1 ? "1 round" : count + " rounds";
  }
}
