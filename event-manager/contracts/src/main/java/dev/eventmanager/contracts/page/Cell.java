package dev.eventmanager.contracts.page;

/** Text in a cell of a Markdown table. */
final class Cell {

  private Cell() {}

  static String of(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
