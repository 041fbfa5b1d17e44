package dev.eventmanager.command.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rows under headings, as wide as they need to be; the last column is cut where the line would be
 * longer than the terminal.
 */
public final class Table {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final int width;

  /** {@code width} is how many characters a line has. */
  public Table(int width, String... headings) {
    this.width = width;
    row(List.of(headings).stream()
        .map(heading -> heading.toUpperCase(Locale.ROOT))
        .toList());
  }

  public void row(String... cells) {
    row(List.of(cells));
  }

  private void row(List<String> cells) {
    rows.add(cells.stream().map(Table::onOneLine).toList());
  }

  private static String onOneLine(String cell) {
    return cell.replaceAll("\\s+", " ");
  }

  @Override
  public String toString() {
    List<String> lines = rows.stream().map(this::line).toList();
    return String.join(System.lineSeparator(), lines);
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      line.append(cell);
      if (column < cells.size() - 1) {
        line.append(" ".repeat(widthOf(column) - cell.length())).append(GAP);
      }
    }
    return cut(line.toString().stripTrailing());
  }

  private int widthOf(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private String cut(String line) {
    return line.length() <= width ? line : line.substring(0, width - 1) + "…";
  }
}
