package dev.eventmanager.command.topology;

import dev.eventmanager.command.service.ServiceOptions;
import dev.eventmanager.command.terminal.Prompt;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code events topology …}. */
@Command(
    name = "topology",
    description = "Exchanges, queues and bindings: what a service declares, and what stands.")
public final class TopologyCommands {

  private TopologyCommands() {}

  /** All of them. {@code environment} is that of the process. */
  public static CommandLine of(Map<String, String> environment, Prompt prompt) {
    return new CommandLine(new TopologyCommands())
        .addSubcommand(new PlanCommand(new ServiceOptions(environment, prompt, "topology")))
        .addSubcommand(
            new ApplyCommand(new ServiceOptions(environment, prompt, "topology"), prompt));
  }
}
