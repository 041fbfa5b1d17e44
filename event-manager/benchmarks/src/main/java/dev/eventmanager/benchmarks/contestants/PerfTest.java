package dev.eventmanager.benchmarks.contestants;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.eventmanager.benchmarks.run.Broker;
import dev.eventmanager.benchmarks.run.Contestant;
import dev.eventmanager.benchmarks.run.Course;
import dev.eventmanager.benchmarks.run.Figure;
import dev.eventmanager.benchmarks.run.Jvm;
import dev.eventmanager.benchmarks.run.Receipts;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * RabbitMQ's own load tool. It tells its figures once for each of its intervals; one interval warms
 * up, the second is taken. It sends bytes that nobody reads, and its latencies run from when it sent,
 * not from when it should have.
 */
public final class PerfTest {

  private static final int BYTES = 512;
  private static final int WARM_UP_RATE = 5_000;
  private static final int LONGEST_START = 60;
  private static final int MEASURED_LINE = 2;

  private final Broker broker;
  private final Entrant entrant;
  private final List<String> options;

  /** PerfTest with options of the virtual machine. */
  public PerfTest(Broker broker, Entrant entrant, List<String> options) {
    this.broker = broker;
    this.entrant = entrant;
    this.options = options;
  }

  public Map<Figure, Double> run(Course course) throws Exception {
    Path table = Files.createTempFile("perf-test", ".csv");
    try {
      Jvm.run(2 * course.seconds() + LONGEST_START, options, classPath(), program(course, table));
      return figures(Files.readAllLines(table));
    } finally {
      Files.delete(table);
    }
  }

  /** Built beside the benchmarks, in a folder of its own. */
  private static String classPath() throws URISyntaxException, IOException {
    Path jar = Path.of(
        PerfTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return jar.resolveSibling("../perf-test/target/lib").toRealPath() + "/*";
  }

  private List<String> program(Course course, Path table) {
    Contestant.Place place =
        new Contestant.Place(broker, entrant.place(), course, new Receipts(course.keys()));
    List<String> program = new ArrayList<>(List.of("com.rabbitmq.perf.PerfTest"));
    program.addAll(List.of("--uri", broker.uri().toString()));
    program.addAll(List.of("--type", "topic", "--exchange", place.name()));
    program.addAll(List.of("--routing-key", place.routingKey()));
    program.addAll(List.of("--quorum-queue", "--queue", place.name()));
    program.addAll(List.of("--flag", "persistent", "--flag", "mandatory"));
    program.addAll(List.of("--size", String.valueOf(BYTES)));
    program.addAll(List.of("--confirm", String.valueOf(Broker.IN_FLIGHT)));
    program.addAll(List.of("--multi-ack-every", String.valueOf(Broker.ACKS_TOGETHER)));
    program.addAll(List.of("--qos", String.valueOf(broker.prefetch())));
    program.addAll(List.of("--interval", String.valueOf(course.seconds())));
    program.addAll(List.of("--time", String.valueOf(2 * course.seconds() + 1)));
    program.addAll(List.of("--output-file", table.toString()));
    if (!course.asFastAsPossible()) {
      program.addAll(rates(course));
    }
    if (entrant == Entrant.PERF_TEST_WITH_METADATA) {
      program.addAll(List.of("--message-properties", metadata(place)));
    }
    return program;
  }

  /** The same for all messages, since PerfTest makes it once. */
  private static String metadata(Contestant.Place place) {
    BasicProperties all = Metadata.ALL.properties(place, "purchase-500");
    return Stream.concat(
            Stream.of(
                "messageId=" + all.getMessageId(),
                "type=" + all.getType(),
                "contentType=" + all.getContentType(),
                "timestamp=" + all.getTimestamp().toInstant(),
                "appId=" + all.getAppId()),
            all.getHeaders().entrySet().stream().map(Object::toString))
        .collect(Collectors.joining(","));
  }

  /** As the others: brisk at first, and at the measured rate from a second before. */
  private static List<String> rates(Course course) {
    int brisk = Math.max(1, course.seconds() - 1);
    return List.of(
        "--variable-rate", WARM_UP_RATE + ":" + brisk,
        "--variable-rate", course.rate() + ":" + 2 * course.seconds());
  }

  private static Map<Figure, Double> figures(List<String> table) {
    if (table.size() <= MEASURED_LINE) {
      throw new IllegalStateException("PerfTest ended too early: " + table);
    }
    List<String> columns = List.of(table.get(0).split(","));
    String[] values = table.get(MEASURED_LINE).split(",");
    Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    figures.put(Figure.PUBLISHED, value("published (msg/s)", columns, values));
    figures.put(Figure.RECEIVED, value("received (msg/s)", columns, values));
    figures.put(Figure.P50_FROM_SEND, value("median consumer latency (µs)", columns, values) / 1e3);
    figures.put(
        Figure.P99_FROM_SEND, value("99th p. consumer latency (µs)", columns, values) / 1e3);
    double lost =
        value("returned (msg/s)", columns, values) + value("nacked (msg/s)", columns, values);
    if (lost > 0) {
      throw new IllegalStateException("the broker returned or refused messages of PerfTest");
    }
    return figures;
  }

  private static double value(String column, List<String> columns, String[] values) {
    return Double.parseDouble(values[columns.indexOf(column)]);
  }
}
