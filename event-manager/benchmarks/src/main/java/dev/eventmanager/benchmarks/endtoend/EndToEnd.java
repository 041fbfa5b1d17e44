package dev.eventmanager.benchmarks.endtoend;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How many events a second get from publisher to handler, and how long one takes, with this library
 * and with others, side by side.
 */
@Command(
    name = EndToEnd.NAME,
    description = "Publish, route and consume: events a second and latencies, beside others.",
    subcommands = Heat.class)
public final class EndToEnd implements Callable<Integer> {

  static final String NAME = "end-to-end";

  @Mixin
  private Broker broker = new Broker();

  @Mixin
  private Courses courses = new Courses();

  @Option(names = "--rounds", defaultValue = "5", description = "Default ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description = "Who runs, of ${COMPLETION-CANDIDATES}; all unless told.")
  private Entrant[] entrants = Entrant.values();

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "Keeps each result here; a later call goes on with the rounds of this one.")
  private @Nullable Path record;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the table is written, as Markdown, and its pictures beside it.")
  private @Nullable Path out;

  @Option(
      names = "--jfr",
      paramLabel = "FOLDER",
      description = "Where Java Flight Recorder's files go, one a run.")
  private @Nullable Path recordings;

  private final List<Result> results = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    readRecord();
    int first = results.stream().mapToInt(Result::round).max().orElse(0) + 1;
    for (int round = first; round < first + rounds; round++) {
      for (Course course : courses.common()) {
        for (Entrant entrant : inTurn(round)) {
          keep(run(round, entrant, course));
        }
      }
      if (Arrays.asList(entrants).contains(Entrant.LIBRARY)) {
        for (Course course : courses.variations()) {
          keep(run(round, Entrant.LIBRARY, course));
        }
      }
    }
    if (out != null) {
      new Report(new Results(List.copyOf(results)), broker).write(out);
    }
    return 0;
  }

  /** In every round somebody else begins. */
  private List<Entrant> inTurn(int round) {
    List<Entrant> order = new ArrayList<>(Arrays.asList(entrants));
    Collections.rotate(order, round);
    return order;
  }

  private Result run(int round, Entrant entrant, Course course) throws Exception {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    broker.delete(entrant.place());
    try {
      return new Result(round, entrant, course, load, figures(round, entrant, course));
    } finally {
      broker.delete(entrant.place());
    }
  }

  private Map<Figure, Double> figures(int round, Entrant entrant, Course course) throws Exception {
    List<String> options = recording("%d-%s-%s".formatted(round, entrant, course));
    return entrant == Entrant.PERF_TEST
        ? new PerfTest(broker, options).run(course)
        : Heat.fork(broker, entrant, course, options);
  }

  private List<String> recording(String name) throws IOException {
    if (recordings == null) {
      return List.of();
    }
    Files.createDirectories(recordings);
    Path file = recordings.resolve(name.replaceAll("[^a-z0-9]+", "-") + ".jfr");
    return List.of("-XX:StartFlightRecording=settings=profile,filename=" + file);
  }

  private void keep(Result result) throws IOException {
    results.add(result);
    System.out.printf(
        Locale.ROOT,
        "round %d, load %.1f, %s, %s: %s%n",
        result.round(),
        result.load(),
        result.entrant(),
        result.course(),
        result.figures());
    if (record != null) {
      Files.write(record, results.stream().map(Result::toJson).toList());
    }
  }

  private void readRecord() throws IOException {
    if (record != null && Files.exists(record)) {
      Files.readAllLines(record).stream().map(Result::ofJson).forEach(results::add);
    }
  }
}
