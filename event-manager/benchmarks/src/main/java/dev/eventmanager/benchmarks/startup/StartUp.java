package dev.eventmanager.benchmarks.startup;

import dev.eventmanager.benchmarks.page.Conditions;
import dev.eventmanager.benchmarks.page.Markdown;
import dev.eventmanager.benchmarks.page.Page;
import dev.eventmanager.benchmarks.page.Spread;
import dev.eventmanager.benchmarks.run.Broker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the library adds to the start and to the memory of a service. */
@Command(
    name = "start-up",
    description = "Time to start and memory of a service with the library and with Spring AMQP.")
public final class StartUp implements Callable<Integer> {

  private static final List<String> HEAP = List.of("-Xmx256m");

  @Mixin
  private Broker broker = new Broker();

  @Mixin
  private Page page = new Page();

  @Option(names = "--rounds", defaultValue = "5", description = "Default ${DEFAULT-VALUE}.")
  private int rounds;

  @Override
  public Integer call() throws Exception {
    List<Start> starts = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      for (Candidate candidate : inTurn(round)) {
        starts.add(start(round, candidate));
      }
    }
    page.write(page(new Starts(List.copyOf(starts))));
    return 0;
  }

  /** In every round somebody else begins. */
  private static List<Candidate> inTurn(int round) {
    List<Candidate> order = new ArrayList<>(Arrays.asList(Candidate.values()));
    Collections.rotate(order, round);
    return order;
  }

  private Start start(int round, Candidate candidate) throws Exception {
    double load = Conditions.load();
    broker.delete(candidate.place());
    try {
      Start start = new Start(round, candidate, load, StartedService.fork(broker, candidate, HEAP));
      System.out.printf(
          Locale.ROOT, "round %d, load %.1f, %s: %s%n", round, load, candidate, start.costs());
      return start;
    } finally {
      broker.delete(candidate.place());
    }
  }

  private String page(Starts starts) throws Exception {
    return """
        # Start-up: time and memory of a service

        A Spring Boot service with one handler, without HTTP, in a new JVM with %s: with Spring AMQP and \
        `@RabbitListener`, with the library's starter and `@OnEvent`, and with an H2 in memory too, which \
        brings outbox and inbox. %s, in turns; exchange and queue are declared anew. The times run from \
        the launch of the process: until the service has started, and until it has published an event and \
        handled it. Resident memory (the system's VmRSS) is read once 1,000 events were published and handled, \
        the heap after the full collection that is asked for then. All have the class path of the \
        benchmarks. Figures are medians, with the least and the most; a ratio is taken within each round. %s

        %s""".formatted(
            String.join(" ", HEAP),
            Markdown.rounds(rounds),
            Conditions.of(starts.load(), broker),
            Markdown.head(
                    "service",
                    "started, ms",
                    "first event handled, ms",
                    "of Spring AMQP",
                    "resident, MB",
                    "of Spring AMQP",
                    "heap, MB",
                    "of Spring AMQP")
                + Stream.of(Candidate.values())
                    .map(candidate -> row(starts, candidate))
                    .collect(Collectors.joining()));
  }

  private static String row(Starts starts, Candidate candidate) {
    return Markdown.row(
        candidate.toString(),
        Markdown.text(starts.spread(candidate, Cost.RUNNING), 0),
        Markdown.text(starts.spread(candidate, Cost.FIRST_HANDLED), 0),
        ratio(starts, candidate, Cost.FIRST_HANDLED),
        Markdown.text(starts.spread(candidate, Cost.RESIDENT), 0),
        ratio(starts, candidate, Cost.RESIDENT),
        Markdown.text(starts.spread(candidate, Cost.HEAP), 1),
        ratio(starts, candidate, Cost.HEAP));
  }

  private static String ratio(Starts starts, Candidate candidate, Cost cost) {
    Optional<Spread> ratio = starts.ratio(candidate, Candidate.SPRING_AMQP, cost);
    return Markdown.text(ratio, 2);
  }
}
