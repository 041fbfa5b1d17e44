package dev.eventmanager.command.parked;

import dev.eventmanager.command.service.ServiceOptions;
import dev.eventmanager.command.terminal.Prompt;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "discard",
    sortOptions = false,
    description = {
      "Takes parked events out, never to be handled; what waits behind them goes on.",
      "They are kept on record."
    })
final class DiscardCommand extends OperationCommand {

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why; it is recorded.")
  private String reason = "";

  DiscardCommand(ServiceOptions service, Prompt prompt) {
    super(service, prompt);
  }

  @Override
  String kind() {
    return "discard";
  }

  @Override
  Optional<String> reason() {
    return Optional.of(reason);
  }
}
