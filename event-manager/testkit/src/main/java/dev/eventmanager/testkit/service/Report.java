package dev.eventmanager.testkit.service;

import java.util.List;
import java.util.stream.Stream;

/** A failure in words: what is wrong, then where, a line each. Immutable. */
record Report(List<String> lines) {

  private static final String DEEPER = "\n    ";

  Report {
    lines = List.copyOf(lines);
  }

  /** A report of nothing yet. */
  static Report empty() {
    return new Report(List.of());
  }

  /** The same with a place, such as the queue. */
  Report at(String what, Object where) {
    return new Report(Stream.concat(lines.stream(), Stream.of("%-9s %s".formatted(what, where)))
        .toList());
  }

  AssertionError failure(String sentence) {
    return new AssertionError(text(sentence));
  }

  AssertionError failure(String sentence, Throwable cause) {
    return new AssertionError(text(sentence), cause);
  }

  /** Fails with every finding; does nothing where there is none. */
  void failOn(String sentence, List<String> findings) {
    if (!findings.isEmpty()) {
      throw failure(sentence + DEEPER + String.join(DEEPER, findings));
    }
  }

  private String text(String sentence) {
    return lines.isEmpty() ? sentence : sentence + "\n  " + String.join("\n  ", lines);
  }
}
