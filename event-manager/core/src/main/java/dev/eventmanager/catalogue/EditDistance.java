package dev.eventmanager.catalogue;

/** Levenshtein's distance: how many letters to add, drop or change to make one text of another. */
final class EditDistance {

  private EditDistance() {}

  static int between(String one, String other) {
    int[] previous = new int[other.length() + 1];
    for (int column = 0; column < previous.length; column++) {
      previous[column] = column;
    }
    for (int row = 1; row <= one.length(); row++) {
      previous = nextRow(previous, row, one.charAt(row - 1), other);
    }
    return previous[other.length()];
  }

  private static int[] nextRow(int[] previous, int row, char letter, String other) {
    int[] current = new int[previous.length];
    current[0] = row;
    for (int column = 1; column < current.length; column++) {
      int change = previous[column - 1] + (letter == other.charAt(column - 1) ? 0 : 1);
      int addOrDrop = Math.min(previous[column], current[column - 1]) + 1;
      current[column] = Math.min(change, addOrDrop);
    }
    return current;
  }
}
