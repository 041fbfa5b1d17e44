package dev.eventmanager.benchmarks;

import dev.eventmanager.benchmarks.bridge.BridgeBacklog;
import dev.eventmanager.benchmarks.bridge.BridgeHotGroup;
import dev.eventmanager.benchmarks.bridge.BridgeRate;
import dev.eventmanager.benchmarks.bridge.SqsServer;
import dev.eventmanager.benchmarks.endtoend.EndToEnd;
import dev.eventmanager.benchmarks.endtoend.Variations;
import dev.eventmanager.benchmarks.micro.MicroBenchmarks;
import dev.eventmanager.benchmarks.outbox.InboxRate;
import dev.eventmanager.benchmarks.outbox.OutboxBacklog;
import dev.eventmanager.benchmarks.outbox.OutboxDelay;
import dev.eventmanager.benchmarks.outbox.OutboxMemory;
import dev.eventmanager.benchmarks.outbox.OutboxRate;
import dev.eventmanager.benchmarks.startup.StartUp;
import dev.eventmanager.benchmarks.steady.Steady;
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
