package dev.eventmanager.benchmarks;

import dev.eventmanager.benchmarks.endtoend.EndToEnd;
import dev.eventmanager.benchmarks.endtoend.StartUp;
import dev.eventmanager.benchmarks.endtoend.Steady;
import dev.eventmanager.benchmarks.endtoend.Variations;
import dev.eventmanager.benchmarks.micro.MicroBenchmarks;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: one subcommand for each question. */
@Command(
    name = "benchmarks",
    description = "Measures the library beside the same work without it.",
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT, // each subcommand has --help too
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      EndToEnd.class,
      Variations.class,
      Steady.class,
      StartUp.class,
      OutboxRate.class,
      OutboxDelay.class,
      InboxRate.class,
      MicroBenchmarks.class,
      OutboxBacklog.class,
      OutboxMemory.class,
      BridgeRate.class,
      BridgeHotGroup.class,
      BridgeBacklog.class,
      SqsServer.class
    })
public final class Benchmarks {

  private Benchmarks() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Benchmarks()).execute(args));
  }
}
