package dev.eventmanager.benchmarks.endtoend;

import static dev.eventmanager.benchmarks.page.Markdown.head;
import static dev.eventmanager.benchmarks.page.Markdown.row;
import static dev.eventmanager.benchmarks.page.Markdown.text;

import dev.eventmanager.benchmarks.contestants.Entrant;
import dev.eventmanager.benchmarks.page.Conditions;
import dev.eventmanager.benchmarks.page.Markdown;
import dev.eventmanager.benchmarks.run.Broker;
import dev.eventmanager.benchmarks.run.Course;
import dev.eventmanager.benchmarks.run.Figure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results as a Markdown page with two pictures beside it. */
final class Report {

  private static final String NOTES = "notes.md";

  private final Results results;
  private final Broker broker;

  Report(Results results, Broker broker) {
    this.results = results;
    this.broker = broker;
  }

  /** Writes the page, and the pictures under its name. */
  void write(Path page) throws Exception {
    String name = page.getFileName().toString().replaceFirst("\\.md$", "");
    String bars = name + "-throughput.svg";
    String curve = name + "-latency.svg";
    Files.writeString(page.resolveSibling(bars), new ThroughputBars(results).svg());
    Files.writeString(page.resolveSibling(curve), new LatencyCurve(results).svg());
    Files.writeString(
        page,
        Stream.of(
                "# End to end: publish, route, consume\n",
                conditions(),
                results.failures(),
                throughput(),
                "![Events a second](%s)\n".formatted(bars),
                latencies(),
                "![Latency by rate](%s)\n".formatted(curve),
                notes())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("\n")));
  }

  private String conditions() throws Exception {
    return """
        %s, each contestant in a new process of its own, in turns. %s Figures are medians, with the \
        least and the most; a ratio is taken within each round.
        """.formatted(Markdown.rounds(results.rounds()), Conditions.of(results.load(), broker));
  }

  private String throughput() {
    return results
        .asFastAsPossible()
        .findFirst()
        .map(course -> "## As fast as possible\n\n"
            + head(
                "contestant",
                "events handled a second",
                "published",
                "of PerfTest",
                "of PerfTest with metadata",
                "of the bare client",
                "of Spring AMQP's best")
            + results
                .entrants(course)
                .map(entrant -> throughput(entrant, course))
                .collect(Collectors.joining()))
        .orElse("");
  }

  private String throughput(Entrant entrant, Course course) {
    return row(
        entrant.toString(),
        text(results.spread(entrant, course, Figure.RECEIVED), 0),
        text(results.spread(entrant, course, Figure.PUBLISHED), 0),
        ratio(entrant, Entrant.PERF_TEST, course),
        ratio(entrant, Entrant.PERF_TEST_WITH_METADATA, course),
        ratio(entrant, Entrant.BARE, course),
        ratio(entrant, Entrant.SPRING_AMQP_BEST, course));
  }

  private String ratio(Entrant entrant, Entrant other, Course course) {
    return text(results.ratio(entrant, other, course, Figure.RECEIVED), 2);
  }

  private String latencies() {
    return results.atRates().map(this::latencies).collect(Collectors.joining("\n"));
  }

  private String latencies(Course course) {
    return String.format(Locale.ROOT, "## Latency at %,d events a second%n%n", course.rate())
        + head(
            "contestant",
            "handled a second",
            "p50, ms",
            "p99",
            "p99.9",
            "p50 from sending",
            "of PerfTest",
            "p99 from sending",
            "of PerfTest")
        + results
            .entrants(course)
            .map(entrant -> latency(entrant, course))
            .collect(Collectors.joining());
  }

  private String latency(Entrant entrant, Course course) {
    return row(
        entrant.toString(),
        text(results.spread(entrant, course, Figure.RECEIVED), 0),
        text(results.spread(entrant, course, Figure.P50), 2),
        text(results.spread(entrant, course, Figure.P99), 2),
        text(results.spread(entrant, course, Figure.P999), 2),
        text(results.spread(entrant, course, Figure.P50_FROM_SEND), 2),
        text(results.ratio(entrant, Entrant.PERF_TEST, course, Figure.P50_FROM_SEND), 2),
        text(results.spread(entrant, course, Figure.P99_FROM_SEND), 2),
        text(results.ratio(entrant, Entrant.PERF_TEST, course, Figure.P99_FROM_SEND), 2));
  }

  private static String notes() throws IOException {
    try (InputStream notes = Report.class.getResourceAsStream(NOTES)) {
      return new String(notes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
