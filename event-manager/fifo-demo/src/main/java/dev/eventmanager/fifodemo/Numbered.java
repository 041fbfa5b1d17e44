package dev.eventmanager.fifodemo;

/**
 * A message: what a publisher says in a group, numbered from 1. Its order is that of its publisher
 * within its group: nobody could tell which of two publishers was first.
 */
record Numbered(String publisher, String group, int number) {

  /** As it is on the queue, as a body and as a deduplication id. */
  String text() {
    return "%s/%s/%d".formatted(publisher, group, number);
  }

  static Numbered of(String text) {
    var parts = text.split("/", 3);
    return new Numbered(parts[0], parts[1], Integer.parseInt(parts[2]));
  }

  @Override
  public String toString() {
    return "%s's no. %d of %s".formatted(publisher, number, group);
  }
}
