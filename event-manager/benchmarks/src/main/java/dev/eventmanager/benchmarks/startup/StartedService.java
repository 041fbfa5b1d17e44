package dev.eventmanager.benchmarks.startup;

import dev.eventmanager.benchmarks.run.Broker;
import dev.eventmanager.benchmarks.run.Contestant;
import dev.eventmanager.benchmarks.run.Course;
import dev.eventmanager.benchmarks.run.Jvm;
import dev.eventmanager.benchmarks.run.Purchases;
import dev.eventmanager.benchmarks.run.Receipts;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A process that starts a service, handles a few events with it and prints what that cost. It has a
 * main of its own, so that no command line is read within the time that is measured.
 */
final class StartedService {

  private static final int EVENTS = 1_000;
  private static final int KEYS = 100;
  private static final int LONGEST_RUN = 120;
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";
  private static final double BYTES_OF_A_MEGABYTE = 1e6;

  private final Purchases purchases = new Purchases(KEYS);
  private final Receipts receipts = new Receipts(KEYS);
  private final Map<Cost, Double> costs = new EnumMap<>(Cost.class);
  private final long launched;

  private StartedService(long launched) {
    this.launched = launched;
  }

  /** Runs it in a process of its own, and returns the costs. */
  static Map<Cost, Double> fork(Broker broker, Candidate candidate, List<String> options)
      throws Exception {
    List<String> program = new ArrayList<>(List.of(StartedService.class.getName()));
    program.add(candidate.name());
    program.add(broker.uri().toString());
    program.add(String.valueOf(broker.prefetch()));
    program.add(String.valueOf(System.currentTimeMillis()));
    List<String> lines =
        Jvm.run(LONGEST_RUN, options, System.getProperty("java.class.path"), program);
    return new JsonMapper()
        .readValue(lines.get(lines.size() - 1), new TypeReference<Map<Cost, Double>>() {});
  }

  /** Takes the candidate, the broker's address, its prefetch, and when the process was launched. */
  public static void main(String[] args) throws Exception {
    Broker broker = Broker.at(URI.create(args[1]), Integer.parseInt(args[2]));
    new StartedService(Long.parseLong(args[3])).run(broker, Candidate.valueOf(args[0]));
  }

  private void run(Broker broker, Candidate candidate) throws Exception {
    Course course = new Course(0, 1, KEYS, 1, 1, 0, 0);
    try (Contestant service = candidate.start(broker, course, receipts)) {
      costs.put(Cost.RUNNING, sinceLaunch());
      handle(service, 1);
      costs.put(Cost.FIRST_HANDLED, sinceLaunch());
      handle(service, EVENTS - 1);
      resident().ifPresent(megabytes -> costs.put(Cost.RESIDENT, megabytes));
      costs.put(Cost.HEAP, heapAfterCollection());
      receipts.require(purchases);
      System.out.println(new JsonMapper().writeValueAsString(costs));
    }
  }

  private void handle(Contestant service, int events) throws Exception {
    for (int event = 0; event < events; event++) {
      service.send(purchases.next(event % KEYS, System.nanoTime()));
    }
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_RUN);
    while (receipts.count() < purchases.count()) {
      if (System.nanoTime() > limit) {
        throw new TimeoutException(
            "%d of %d events were handled".formatted(receipts.count(), purchases.count()));
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  private double sinceLaunch() {
    return System.currentTimeMillis() - launched;
  }

  private static double heapAfterCollection() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_OF_A_MEGABYTE;
  }

  /** As Linux tells it, in units of 1,024 bytes. */
  private static Optional<Double> resident() throws IOException {
    if (!Files.exists(STATUS)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(RESIDENT))
          .map(line -> line.replaceAll("\\D", ""))
          .map(kilobytes -> Long.parseLong(kilobytes) * 1_024 / BYTES_OF_A_MEGABYTE)
          .findFirst();
    }
  }
}
