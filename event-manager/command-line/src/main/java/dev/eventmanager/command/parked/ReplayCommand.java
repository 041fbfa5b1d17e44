package dev.eventmanager.command.parked;

import dev.eventmanager.command.service.ServiceOptions;
import dev.eventmanager.command.terminal.Prompt;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "replay",
    sortOptions = false,
    description = {
      "Has parked events handled again, on the queue where they failed and on no other.",
      "What waits behind them follows, in order."
    })
final class ReplayCommand extends OperationCommand {

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it is recorded.")
  private @Nullable String reason;

  ReplayCommand(ServiceOptions service, Prompt prompt) {
    super(service, prompt);
  }

  @Override
  String kind() {
    return "replay";
  }

  @Override
  Optional<String> reason() {
    return Optional.ofNullable(reason);
  }
}
