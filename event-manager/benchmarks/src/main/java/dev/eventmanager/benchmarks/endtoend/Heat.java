package dev.eventmanager.benchmarks.endtoend;

import dev.eventmanager.benchmarks.Benchmarks;
import dev.eventmanager.benchmarks.contestants.Entrant;
import dev.eventmanager.benchmarks.run.Broker;
import dev.eventmanager.benchmarks.run.Contestant;
import dev.eventmanager.benchmarks.run.Course;
import dev.eventmanager.benchmarks.run.Figure;
import dev.eventmanager.benchmarks.run.Jvm;
import dev.eventmanager.benchmarks.run.Receipts;
import dev.eventmanager.benchmarks.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a process does that was started for one run of one contestant: it prints the figures. */
@Command(name = Heat.NAME, hidden = true)
final class Heat implements Callable<Integer> {

  static final String NAME = "heat";
  private static final int LONGEST_START_AND_DRAIN = 200;
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<Figure, Double>> FIGURES = new TypeReference<>() {};

  @Mixin
  private Broker broker = new Broker();

  @Parameters(index = "0")
  private Entrant entrant = Entrant.LIBRARY;

  @Parameters(index = "1")
  private String course = "";

  /** Runs it there, and returns the figures. */
  static Map<Figure, Double> fork(
      Broker broker, Entrant entrant, Course course, List<String> options) throws Exception {
    List<String> program = new ArrayList<>(List.of(
        Benchmarks.class.getName(),
        EndToEnd.NAME,
        NAME,
        entrant.toString(),
        JSON.writeValueAsString(course)));
    program.addAll(broker.arguments());
    int seconds = course.warmUp() + course.seconds() + LONGEST_START_AND_DRAIN;
    List<String> lines = Jvm.run(seconds, options, System.getProperty("java.class.path"), program);
    return JSON.readValue(lines.get(lines.size() - 1), FIGURES);
  }

  @Override
  public Integer call() throws Exception {
    Course wanted = JSON.readValue(course, Course.class);
    Receipts receipts = new Receipts(wanted.keys());
    Contestant.Place place = new Contestant.Place(broker, entrant.place(), wanted, receipts);
    try (Contestant contestant = entrant.start(place)) {
      Map<Figure, Double> figures = new Run(contestant, wanted, receipts).figures();
      System.out.println(JSON.writeValueAsString(figures));
    }
    return 0;
  }
}
