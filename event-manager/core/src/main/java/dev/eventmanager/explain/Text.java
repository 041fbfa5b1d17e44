package dev.eventmanager.explain;

import java.util.List;
import java.util.StringJoiner;

/** Lines for people, some of them in two columns. Not thread-safe. */
final class Text {

  private final StringJoiner lines = new StringJoiner("\n");

  Text(String title) {
    lines.add(title);
  }

  void line(String line) {
    lines.add(line);
  }

  void columns(String indent, List<List<String>> rows) {
    int width = rows.stream().mapToInt(row -> row.get(0).length()).max().orElse(0);
    for (List<String> row : rows) {
      String left = row.get(0);
      lines.add(indent + left + " ".repeat(width - left.length()) + "  " + row.get(1));
    }
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
