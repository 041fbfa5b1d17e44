package dev.eventmanager.benchmarks.endtoend;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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

  @Mixin
  private Rounds rounds = new Rounds();

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
    return 0;
  }

  private List<Rounds.Turn> turns(int round) {
    Stream<Rounds.Turn> common =
        courses.common().stream().flatMap(course -> turns(inTurn(round), course));
    Stream<Rounds.Turn> further = Arrays.asList(entrants).contains(Entrant.LIBRARY)
        ? courses.variations().stream().flatMap(course -> turns(List.of(Entrant.LIBRARY), course))
        : Stream.of();
    return Stream.concat(common, further).toList();
  }

  private static Stream<Rounds.Turn> turns(List<Entrant> order, Course course) {
    return order.stream().map(entrant -> new Rounds.Turn(entrant, course));
  }

  /** In every round somebody else begins. */
  private List<Entrant> inTurn(int round) {
    List<Entrant> order = new ArrayList<>(Arrays.asList(entrants));
    Collections.rotate(order, round);
    return order;
  }
}
