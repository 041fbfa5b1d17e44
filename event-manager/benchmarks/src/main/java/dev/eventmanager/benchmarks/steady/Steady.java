package dev.eventmanager.benchmarks.steady;

import dev.eventmanager.benchmarks.contestants.Entrant;
import dev.eventmanager.benchmarks.page.Conditions;
import dev.eventmanager.benchmarks.page.Markdown;
import dev.eventmanager.benchmarks.page.Page;
import dev.eventmanager.benchmarks.page.Spread;
import dev.eventmanager.benchmarks.run.Broker;
import dev.eventmanager.benchmarks.run.Contestant;
import dev.eventmanager.benchmarks.run.Course;
import dev.eventmanager.benchmarks.run.Receipts;
import dev.eventmanager.benchmarks.run.Run;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether a contestant stays as it is: latencies and heap, minute by minute, in this process. */
@Command(
    name = "steady",
    description = "One contestant at one rate for a while: latencies and heap of each minute.")
public final class Steady implements Callable<Integer> {

  private static final String COUNT = "%,.0f";

  @Mixin
  private Broker broker = new Broker();

  @Mixin
  private Page page = new Page();

  @Option(
      names = "--rate",
      required = true,
      description = "Events a second; 70 % of the peak that end-to-end found is a good one.")
  private int rate;

  @Option(names = "--minutes", defaultValue = "10", description = "Default ${DEFAULT-VALUE}.")
  private int minutes;

  @Option(
      names = "--warm-up",
      defaultValue = "60",
      description = "Seconds before the first minute, at least 2; default ${DEFAULT-VALUE}.")
  private int warmUp;

  @Option(
      names = "--contestant",
      paramLabel = "NAME",
      defaultValue = "library",
      description = "As in end-to-end, but for PerfTest; default ${DEFAULT-VALUE}.")
  private Entrant entrant = Entrant.LIBRARY;

  @Override
  public Integer call() throws Exception {
    double load = Conditions.load();
    int seconds = (int) TimeUnit.MINUTES.toSeconds(minutes);
    Course course = Course.usual(rate, warmUp, seconds);
    Minutes measured = new Minutes(minutes, HeapAfterCollection.watch());
    broker.delete(entrant.place());
    try {
      run(course, new Receipts(course.keys(), measured));
    } finally {
      broker.delete(entrant.place());
    }
    page.write(page(measured.all(), load));
    return 0;
  }

  /** Fails where an event is lost, comes twice or out of order. */
  private void run(Course course, Receipts receipts) throws Exception {
    Contestant.Place place = new Contestant.Place(broker, entrant.place(), course, receipts);
    try (Contestant contestant = entrant.start(place)) {
      new Run(contestant, course, receipts).figures();
    }
  }

  private String page(List<Minute> all, double load) throws Exception {
    Minute change = all.get(all.size() - 1).dividedBy(all.get(0));
    return String.format(
            Locale.ROOT,
            """
            # Steady: %s at %,d events a second

            One process for %d minutes after %d seconds to warm up, at most %d MB of heap; 1 thread publishes \
            with 1,000 keys. Every event came once and in its key's order, else the run fails. Latencies \
            run from when an event was due. The heap is what is in use after the minute's last collection, \
            mostly of the young part: none was asked for. %s

            """,
            entrant,
            rate,
            minutes,
            warmUp,
            Runtime.getRuntime().maxMemory() / 1_000_000,
            Conditions.of(Spread.of(List.of(load)), broker))
        + Markdown.head("minute", "events handled", "p50, ms", "p99, ms", "p99.9, ms", "heap, MB")
        + IntStream.range(0, all.size())
            .mapToObj(number -> row(String.valueOf(number + 1), all.get(number), COUNT))
            .collect(Collectors.joining())
        + row("the last, of the first", change, "%.2f");
  }

  private static String row(String name, Minute minute, String countFormat) {
    return Markdown.row(
        name,
        String.format(Locale.ROOT, countFormat, minute.handled()),
        String.format(Locale.ROOT, "%.2f", minute.p50()),
        String.format(Locale.ROOT, "%.2f", minute.p99()),
        String.format(Locale.ROOT, "%.2f", minute.p999()),
        String.format(Locale.ROOT, "%.2f", minute.heap()));
  }
}
