package dev.eventmanager.benchmarks.endtoend;

import dev.eventmanager.benchmarks.contestants.Entrant;
import dev.eventmanager.benchmarks.page.Conditions;
import dev.eventmanager.benchmarks.page.Markdown;
import dev.eventmanager.benchmarks.page.Page;
import dev.eventmanager.benchmarks.run.Broker;
import dev.eventmanager.benchmarks.run.Course;
import dev.eventmanager.benchmarks.run.Figure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What threads, keys and declarations cost the library, each beside the same run without. */
@Command(
    name = "variations",
    description =
        "The library as fast as possible, with other numbers of threads, keys and events.")
public final class Variations implements Callable<Integer> {

  @Mixin
  private Broker broker = new Broker();

  @Mixin
  private Rounds rounds = new Rounds();

  @Mixin
  private Times times = new Times();

  @Mixin
  private Page page = new Page();

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description = "What is varied, of ${COMPLETION-CANDIDATES}; all unless told.")
  private Varied[] varied = Varied.values();

  @Override
  public Integer call() throws Exception {
    Results results = rounds.run(broker, this::turns);
    page.write(page(results));
    return results.failures().isEmpty() ? 0 : 1;
  }

  private Stream<Variant> variants() {
    Course usual = Course.usual(0, times.warmUp(), times.seconds());
    return Stream.of(varied).flatMap(each -> each.variants(usual).stream());
  }

  /** A base that two have is run once; in every round another begins. */
  private List<Rounds.Turn> turns(int round) {
    List<Rounds.Turn> turns = new ArrayList<>(variants()
        .map(Variant::course)
        .distinct()
        .map(course -> new Rounds.Turn(Entrant.LIBRARY, course))
        .toList());
    Collections.rotate(turns, round);
    return turns;
  }

  private String page(Results results) throws Exception {
    return """
        # Variations: threads, keys and declared events

        The library alone, as fast as possible, 1 thread, 1,000 keys, 1 declared event and 1 pattern but for \
        what a row says; %s of %d seconds after %d to warm up, each run in a new process of its own, \
        in turns. Each run fails unless every event came once and in its key's order. Figures are medians, \
        with the least and the most; a ratio is taken within each round. %s

        %s%s""".formatted(
            Markdown.rounds(results.rounds()),
            times.seconds(),
            times.warmUp(),
            Conditions.of(results.load(), broker),
            results.failures().isEmpty() ? "" : results.failures() + "\n",
            Markdown.head("varied", "events handled a second", "of its base", "aim")
                + variants().map(each -> row(results, each)).collect(Collectors.joining()));
  }

  private static String row(Results results, Variant variant) {
    return Markdown.row(
        variant.name(),
        Markdown.text(results.spread(Entrant.LIBRARY, variant.course(), Figure.RECEIVED), 0),
        Markdown.text(
            results.ratio(Entrant.LIBRARY, variant.course(), variant.base(), Figure.RECEIVED), 2),
        variant.aim());
  }
}
