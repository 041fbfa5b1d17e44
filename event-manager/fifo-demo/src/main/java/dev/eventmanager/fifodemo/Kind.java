package dev.eventmanager.fifodemo;

/** The two kinds of queues. */
enum Kind {
  STANDARD("standard", ""),
  FIFO("fifo", ".fifo");

  final String label;
  final String suffix;

  Kind(String label, String suffix) {
    this.label = label;
    this.suffix = suffix;
  }
}
