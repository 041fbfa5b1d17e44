package dev.eventmanager.benchmarks.endtoend;

import dev.eventmanager.benchmarks.contestants.Entrant;
import dev.eventmanager.benchmarks.contestants.PerfTest;
import dev.eventmanager.benchmarks.page.Conditions;
import dev.eventmanager.benchmarks.run.Broker;
import dev.eventmanager.benchmarks.run.Course;
import dev.eventmanager.benchmarks.run.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Has all take turns, round after round, each in a process of its own, and keeps each result. */
final class Rounds {

  private static final List<String> SAME_HEAP = List.of("-Xms1g", "-Xmx1g");

  @Option(names = "--rounds", defaultValue = "5", description = "Default ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "Keeps each result here; a later call goes on with the rounds of this one.")
  private @Nullable Path record;

  @Option(
      names = "--jfr",
      paramLabel = "FOLDER",
      description = "Where Java Flight Recorder's files go, one a run.")
  private @Nullable Path recordings;

  private final List<Result> results = new ArrayList<>();

  /** Who runs what. */
  record Turn(Entrant entrant, Course course) {}

  /**
   * Runs the rounds.
   *
   * @param turns of a round, by its number
   * @return the results, with those of earlier calls if they were recorded
   */
  Results run(Broker broker, IntFunction<List<Turn>> turns) throws Exception {
    readRecord();
    int first = results.stream().mapToInt(Result::round).max().orElse(0) + 1;
    for (int round = first; round < first + rounds; round++) {
      for (Turn turn : turns.apply(round)) {
        keep(run(broker, round, turn));
      }
    }
    return new Results(List.copyOf(results));
  }

  private Result run(Broker broker, int round, Turn turn) throws Exception {
    double load = Conditions.load();
    Entrant entrant = turn.entrant();
    broker.delete(entrant.place());
    try {
      Map<Figure, Double> figures = figures(broker, round, turn);
      return new Result(round, entrant, turn.course(), load, figures, null);
    } catch (IllegalStateException failure) {
      // The others go on; the page tells it, and the command fails at its end.
      return new Result(round, entrant, turn.course(), load, Map.of(), failure.getMessage());
    } finally {
      broker.delete(entrant.place());
    }
  }

  private Map<Figure, Double> figures(Broker broker, int round, Turn turn) throws Exception {
    List<String> options = new ArrayList<>(SAME_HEAP);
    options.addAll(recording("%d-%s-%s".formatted(round, turn.entrant(), turn.course())));
    return turn.entrant().isPerfTest()
        ? new PerfTest(broker, turn.entrant(), options).run(turn.course())
        : Heat.fork(broker, turn.entrant(), turn.course(), options);
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
        result.failure() == null ? result.figures() : "FAILED, " + result.failure());
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
