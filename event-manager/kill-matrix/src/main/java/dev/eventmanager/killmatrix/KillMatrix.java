package dev.eventmanager.killmatrix;

import dev.eventmanager.killmatrix.postgres.Postgres;
import dev.eventmanager.killmatrix.report.MatrixResult;
import dev.eventmanager.killmatrix.report.ResultFile;
import dev.eventmanager.killmatrix.report.ResultPage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The long form. */
@Command(
    name = "event-manager/kill-matrix/run",
    mixinStandardHelpOptions = true,
    subcommands = BridgeSoakCommand.class,
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
      defaultValue = "1250000",
      description = "How many events to commit (${DEFAULT-VALUE}).")
  private long events;

  @Option(
      names = "--orders",
      defaultValue = "1000",
      description = "How many orders the shop gets (${DEFAULT-VALUE}).")
  private int orders;

  @Option(
      names = "--resume",
      description = "Go on with the run that was ended, after its last round.")
  private boolean resume;

  @Option(
      names = "--output",
      defaultValue = "event-manager/kill-matrix/target/long",
      description = "For logs and results (${DEFAULT-VALUE}).")
  private Path output = Path.of("");

  @Mixin
  private final RunOptions options = new RunOptions();

  private final Clock clock = Clock.systemUTC();
  private final Narration narration = new Narration();

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new KillMatrix()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    try (Postgres postgres = Postgres.find()) {
      MatrixResult result =
          new Matrix(settings(), options.server(), postgres, clock, narration::say).run(resume);
      result.problems().forEach(narration::say);
      narration.say(summary(result));
      options.document(
          page -> new ResultPage(result).write(page),
          figures -> new ResultFile(figures).write(result));
      return result.isClean() ? 0 : 1;
    }
  }

  private MatrixSettings settings() {
    return MatrixSettings.full(
        events, orders, Path.of("").toAbsolutePath(), output, options.seed());
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
}
