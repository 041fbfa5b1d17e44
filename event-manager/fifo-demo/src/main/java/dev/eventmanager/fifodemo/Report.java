package dev.eventmanager.fifodemo;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came of both queues, side by side, each line with what it means. */
record Report(Account standard, Account fifo) {

  private static final String LINE = "%-28s%10s%10s   %s";

  private record Row(String name, Function<Account, Object> count, String meaning) {}

  private static final List<Row> ROWS = List.of(
      new Row("sent", Account::sent, "What SQS said it took, copies included."),
      new Row("handled", Account::handled, "Different messages that a subscriber handled."),
      new Row(
          "order breaches",
          Account::breaches,
          "Handled after a later one of the same publisher and group."));

  private static final List<Row> REST = List.of(
      new Row(
          "handled again",
          Account::handledAgain,
          "Duplicates: a copy, or redelivered since nobody had deleted it."),
      new Row(
          "swallowed by deduplication",
          Account::swallowed,
          "Taken, and never given to anybody: SQS knew the deduplication id."),
      new Row(
          "dead letters",
          Account::deadLetters,
          "Set aside after as many receives as were allowed."),
      new Row("left on the queue", Account::left, "Still there when time was up."),
      new Row("missing", Account::missing, "Neither handled nor set aside."),
      new Row(
          "seconds",
          account -> String.format(Locale.ROOT, "%.1f", account.time().toMillis() / 1000.0),
          "From the first message sent to the last one dealt with."));

  /** Whether everything was dealt with, on both. */
  boolean isSettled() {
    return standard.isSettled() && fifo.isSettled();
  }

  @Override
  public String toString() {
    return Stream.of(
            Stream.of(line("", "standard", "fifo", "")),
            ROWS.stream().map(this::line),
            groups(),
            REST.stream().map(this::line))
        .flatMap(lines -> lines)
        .collect(Collectors.joining(System.lineSeparator()));
  }

  /** Only where there is something to tell. */
  private Stream<String> groups() {
    return standard.breachesByGroup().keySet().stream()
        .filter(group -> inGroup(standard, group) + inGroup(fifo, group) > 0)
        .map(group -> line("  in " + group, inGroup(standard, group), inGroup(fifo, group), ""));
  }

  private static int inGroup(Account account, String group) {
    return account.breachesByGroup().getOrDefault(group, 0);
  }

  private String line(Row row) {
    return line(row.name(), row.count().apply(standard), row.count().apply(fifo), row.meaning());
  }

  private static String line(String name, Object standard, Object fifo, String meaning) {
    return LINE.formatted(name, standard, fifo, meaning).stripTrailing();
  }
}
