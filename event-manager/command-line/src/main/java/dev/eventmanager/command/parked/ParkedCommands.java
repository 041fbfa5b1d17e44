package dev.eventmanager.command.parked;

import dev.eventmanager.command.service.ServiceOptions;
import dev.eventmanager.command.terminal.Prompt;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code events parked …}. */
@Command(
    name = "parked",
    description = "Events that a service could not handle: see, replay and discard them.")
public final class ParkedCommands {

  private ParkedCommands() {}

  /** All of them. {@code environment} is that of the process. */
  public static CommandLine of(Map<String, String> environment, Prompt prompt) {
    return new CommandLine(new ParkedCommands())
        .addSubcommand(new ListCommand(new ServiceOptions(environment, prompt, "parked")))
        .addSubcommand(new GroupsCommand(new ServiceOptions(environment, prompt, "parked")))
        .addSubcommand(new ShowCommand(new ServiceOptions(environment, prompt, "parked")))
        .addSubcommand(new ReplayCommand(new ServiceOptions(environment, prompt, "parked"), prompt))
        .addSubcommand(
            new DiscardCommand(new ServiceOptions(environment, prompt, "parked"), prompt))
        .addSubcommand(new OperationsCommand(new ServiceOptions(environment, prompt, "parked")));
  }
}
