package dev.eventmanager.killmatrix;

import dev.eventmanager.killmatrix.bridge.BridgeSoak;
import dev.eventmanager.killmatrix.bridge.SoakSettings;
import dev.eventmanager.killmatrix.bridge.report.SoakPage;
import dev.eventmanager.killmatrix.bridge.report.SoakResult;
import dev.eventmanager.killmatrix.postgres.Postgres;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The long form of the bridge's soak. */
@Command(
    name = "bridge",
    mixinStandardHelpOptions = true,
    description = {
      "Kills instances of the bridge to SQS, its broker, its SQS and its database, over and over, and"
          + " counts what came out."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:every promise held", "1:one did not; what is known is printed"})
final class BridgeSoakCommand implements Callable<Integer> {

  @Option(
      names = "--events",
      defaultValue = "200000",
      description = "How many events to publish (${DEFAULT-VALUE}).")
  private long events;

  @Option(
      names = "--groups",
      defaultValue = "5000",
      description = "Over how many message groups (${DEFAULT-VALUE}).")
  private int groups;

  @Option(
      names = "--output",
      defaultValue = "event-manager/kill-matrix/target/bridge-soak",
      description = "For logs (${DEFAULT-VALUE}).")
  private Path output = Path.of("");

  @Mixin
  private final RunOptions options = new RunOptions();

  private final Narration narration = new Narration();

  @Override
  public Integer call() throws Exception {
    try (Postgres postgres = Postgres.find()) {
      SoakResult result = new BridgeSoak(
              settings(), options.server(), postgres, Clock.systemUTC(), narration::say)
          .run();
      result.problems().forEach(narration::say);
      narration.say(result.summary());
      options.document(page -> new SoakPage(result).write(page), result::write);
      return result.isClean() ? 0 : 1;
    }
  }

  private SoakSettings settings() {
    return SoakSettings.full(events, groups, Path.of("").toAbsolutePath(), output, options.seed());
  }
}
