package dev.eventmanager.killmatrix;

import dev.eventmanager.killmatrix.postgres.Postgres;
import dev.eventmanager.killmatrix.report.MatrixResult;
import dev.eventmanager.killmatrix.report.ResultFile;
import dev.eventmanager.killmatrix.report.ResultPage;
import dev.eventmanager.testkit.broker.PrivateRabbitMq;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The long form. */
@Command(
    name = "event-manager/kill-matrix/run",
    mixinStandardHelpOptions = true,
    description = {
      "Kills publishers, relays, consumers, broker, database and the shop, over and over, and counts"
          + " what the promises came to.",
      "Needs a rabbitmq-server and a PostgreSQL that are installed on this machine; those that run"
          + " are left alone."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:every promise held", "1:one did not; what is known is printed"})
public final class KillMatrix implements Callable<Integer> {

  @Option(
      names = "--events",
      defaultValue = "1000000",
      description = "How many events to commit (${DEFAULT-VALUE}).")
  private long events;

  @Option(
      names = "--orders",
      defaultValue = "1000",
      description = "How many orders the shop gets (${DEFAULT-VALUE}).")
  private int orders;

  @Option(names = "--seed", description = "Of the faults, to have them again in the same order.")
  private @Nullable Long seed;

  @Option(
      names = "--resume",
      description = "Go on with the run that was ended, after its last round.")
  private boolean resume;

  @Option(
      names = "--output",
      defaultValue = "event-manager/kill-matrix/target/long",
      description = "For logs and results (${DEFAULT-VALUE}).")
  private Path output = Path.of("");

  @Option(
      names = "--document",
      description = "Write the page of the documents, and its figures as JSON beside it.")
  private @Nullable Path document;

  private final Clock clock = Clock.systemUTC();
  private final long begin = System.nanoTime();

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new KillMatrix()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    try (Postgres postgres = Postgres.find()) {
      MatrixResult result = new Matrix(
              settings(),
              PrivateRabbitMq.findServer()
                  .orElseThrow(() -> new IllegalStateException("no rabbitmq-server is installed")),
              postgres,
              clock,
              this::say)
          .run(resume);
      result.problems().forEach(this::say);
      say(summary(result));
      if (document != null) {
        new ResultPage(result).write(document);
        new ResultFile(Path.of(document.toString().replaceFirst("\\.md$", ".json"))).write(result);
      }
      return result.isClean() ? 0 : 1;
    }
  }

  private MatrixSettings settings() {
    long chosen = seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : seed;
    return MatrixSettings.full(events, orders, Path.of("").toAbsolutePath(), output, chosen);
  }

  private static String summary(MatrixResult result) {
    return "%,d events, %d faults, %s; %d orders, %d faults, %d disagreeing; seed %d"
        .formatted(
            result.events(),
            result.faults().values().stream().mapToInt(Integer::intValue).sum(),
            result.broken(),
            result.orders(),
            result.shopFaults(),
            result.ordersDisagreeing(),
            result.seed());
  }

  private void say(String line) {
    Duration since = Duration.ofNanos(System.nanoTime() - begin);
    System.out.printf(
        "%02d:%02d:%02d  %s%n",
        since.toHours(), since.toMinutesPart(), since.toSecondsPart(), line);
  }
}
