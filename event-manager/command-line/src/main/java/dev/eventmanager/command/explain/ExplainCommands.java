package dev.eventmanager.command.explain;

import dev.eventmanager.command.service.ServiceOptions;
import dev.eventmanager.command.terminal.Prompt;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code events explain …}. */
@Command(
    name = "explain",
    description = "Which events reach which queue, by which binding, and why not.")
public final class ExplainCommands {

  private ExplainCommands() {}

  /** All of them. {@code environment} is that of the process. */
  public static CommandLine of(Map<String, String> environment, Prompt prompt) {
    return new CommandLine(new ExplainCommands())
        .addSubcommand(new KeyCommand(new ServiceOptions(environment, prompt, "topology")))
        .addSubcommand(new QueueCommand(new ServiceOptions(environment, prompt, "topology")))
        .addSubcommand(new EventCommand(new ServiceOptions(environment, prompt, "topology")));
  }
}
