package dev.eventmanager.command.bridge;

import dev.eventmanager.command.service.ServiceOptions;
import dev.eventmanager.command.terminal.Prompt;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code events bridge …}. */
@Command(
    name = "bridge",
    description = "Routes of an SQS bridge: how they do, stop and start, compare both sides.")
public final class BridgeCommands {

  private BridgeCommands() {}

  /** All of them. {@code environment} is that of the process. */
  public static CommandLine of(Map<String, String> environment, Prompt prompt) {
    return new CommandLine(new BridgeCommands())
        .addSubcommand(new StatusCommand(options(environment, prompt)))
        .addSubcommand(new StopCommand(options(environment, prompt)))
        .addSubcommand(new StartCommand(options(environment, prompt)))
        .addSubcommand(new DrainCommand(options(environment, prompt)))
        .addSubcommand(new VerifyCommand(options(environment, prompt)));
  }

  private static ServiceOptions options(Map<String, String> environment, Prompt prompt) {
    return new ServiceOptions(environment, prompt, "bridge");
  }
}
