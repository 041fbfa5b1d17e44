package dev.eventmanager.benchmarks.endtoend;

import dev.eventmanager.benchmarks.contestants.Entrant;
import dev.eventmanager.benchmarks.run.Broker;
import dev.eventmanager.benchmarks.run.Course;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
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
  private Times times = new Times();

  @Mixin
  private Rounds rounds = new Rounds();

  @Option(
      names = "--rates",
      split = ",",
      defaultValue = "0,200,1000,5000",
      description = "Events a second, 0 for as many as find room; default ${DEFAULT-VALUE}.")
  private int[] rates = {};

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description = "Who runs, of ${COMPLETION-CANDIDATES}; all unless told.")
  private Entrant[] entrants = Entrant.values();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the table is written, as Markdown, and its pictures beside it.")
  private @Nullable Path out;

  @Override
  public Integer call() throws Exception {
    Results results = rounds.run(broker, this::turns);
    if (out != null) {
      new Report(results, broker).write(out);
    }
    return results.failures().isEmpty() ? 0 : 1;
  }

  private List<Rounds.Turn> turns(int round) {
    return IntStream.of(rates)
        .mapToObj(rate -> Course.usual(rate, times.warmUp(), times.seconds()))
        .flatMap(course -> inTurn(round).stream().map(each -> new Rounds.Turn(each, course)))
        .toList();
  }

  /** In every round somebody else begins. */
  private List<Entrant> inTurn(int round) {
    List<Entrant> order = new ArrayList<>(Arrays.asList(entrants));
    Collections.rotate(order, round);
    return order;
  }
}
