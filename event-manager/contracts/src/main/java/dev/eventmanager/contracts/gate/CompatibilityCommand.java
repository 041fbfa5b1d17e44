package dev.eventmanager.contracts.gate;

import dev.eventmanager.contracts.compatibility.CompatibilityReport;
import dev.eventmanager.contracts.git.GitException;
import dev.eventmanager.contracts.json.BrokenContractException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The program {@code compatibility}. */
@Command(
    name = "compatibility",
    sortOptions = false,
    description = {
      "",
      "Says whether services of two releases can read each other's events.",
      "Compares the contracts in folders with META-INF/event-manager in them.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:compatible, or let through by an exception",
      "1:not compatible, or it cannot be decided",
      "2:nothing was compared: a wrong argument, a broken file, no such release, no git"
    })
public final class CompatibilityCommand implements Callable<Integer> {

  private static final int COMPATIBLE = 0;
  private static final int INCOMPATIBLE = 1;
  private static final int BAD_INPUT = 2;

  @Option(
      names = "--against",
      paramLabel = "RELEASE",
      required = true,
      description = "A git ref; or a folder that has the META-INF/event-manager of that release.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
  private String against;

  @Parameters(
      paramLabel = "FOLDER",
      defaultValue = "src/main/resources",
      description = {
        "The resources of the module with the events, and of services whose subscriptions are to be named",
        "(${DEFAULT-VALUE})."
      })
  @SuppressWarnings("NullAway.Init") // as above
  private List<Path> folders;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and end.")
  @SuppressWarnings("UnusedVariable") // picocli answers it before a command runs
  private boolean help;

  @Spec
  @SuppressWarnings("NullAway.Init") // as above
  private CommandSpec spec;

  private CompatibilityCommand() {}

  public static void main(String[] arguments) {
    System.setProperty("slf4j.internal.verbosity", "ERROR"); // nobody misses a log here
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new CompatibilityCommand())
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler((wrong, arguments) ->
            refuse(wrong.getCommandLine(), wrong.getMessage() + "; see --help"))
        .setExecutionExceptionHandler((failure, command, parsed) -> fail(failure, command));
  }

  @Override
  public Integer call() {
    CompatibilityReport report = new EarlierRelease(against).comparedWith(folders);
    spec.commandLine().getOut().println(report);
    return report.passes() ? COMPATIBLE : INCOMPATIBLE;
  }

  private static int fail(Exception failure, CommandLine command) throws Exception {
    if (failure instanceof BrokenContractException || failure instanceof GitException) {
      return refuse(command, String.valueOf(failure.getMessage()));
    }
    throw failure;
  }

  private static int refuse(CommandLine command, String why) {
    command.getErr().println("compatibility: " + why);
    return BAD_INPUT;
  }
}
