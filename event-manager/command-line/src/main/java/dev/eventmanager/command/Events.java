package dev.eventmanager.command;

import dev.eventmanager.command.bridge.BridgeCommands;
import dev.eventmanager.command.explain.ExplainCommands;
import dev.eventmanager.command.parked.ParkedCommands;
import dev.eventmanager.command.terminal.ExitStatus;
import dev.eventmanager.command.terminal.FailedException;
import dev.eventmanager.command.terminal.Prompt;
import dev.eventmanager.command.topology.TopologyCommands;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program {@code events}. */
@Command(
    name = "events",
    description = {"", "Looks after the events of a service.", ""},
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "1:an event failed again, or the service could not do it or was not reached",
      "2:the command line is wrong",
      "3:not let in: wrong name or password, or the role is missing",
      "4:not confirmed, so nothing was done",
      "5:confirmed, and not finished within --wait; it goes on",
      "6:the mirror of a bridge differs from what was published"
    })
public final class Events {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show this and end.")
  @SuppressWarnings("UnusedVariable") // picocli answers it before a command runs
  private boolean help;

  private Events() {}

  public static void main(String[] arguments) {
    System.exit(commandLine(System.getenv(), Prompt.ofThisProcess()).execute(arguments));
  }

  static CommandLine commandLine(Map<String, String> environment, Prompt prompt) {
    CommandLine events = new CommandLine(new Events())
        .addSubcommand(ParkedCommands.of(environment, prompt))
        .addSubcommand(ExplainCommands.of(environment, prompt))
        .addSubcommand(TopologyCommands.of(environment, prompt))
        .addSubcommand(BridgeCommands.of(environment, prompt))
        .addSubcommand(new EncodePasswordCommand(prompt));
    return events
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler((wrong, arguments) -> misunderstood(wrong))
        .setExecutionExceptionHandler((failure, command, parsed) -> fail(failure, command));
  }

  private static int misunderstood(CommandLine.ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    command
        .getErr()
        .printf(
            "events: %s. See %s --help.%n",
            wrong.getMessage(), command.getCommandSpec().qualifiedName());
    return ExitStatus.MISUNDERSTOOD;
  }

  private static int fail(Exception failure, CommandLine command) throws Exception {
    if (failure instanceof FailedException expected) {
      command.getErr().println("events: " + expected.getMessage());
      return expected.exitStatus();
    }
    throw failure;
  }
}
