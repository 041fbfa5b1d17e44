package dev.eventmanager.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: one subcommand for each question. */
@Command(
    name = "benchmarks",
    description = "Measures the library beside the same work without it.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      OutboxRate.class,
      OutboxDelay.class,
      InboxRate.class,
      OutboxBacklog.class,
      OutboxMemory.class
    })
public final class Benchmarks {

  private Benchmarks() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Benchmarks()).execute(args));
  }
}
