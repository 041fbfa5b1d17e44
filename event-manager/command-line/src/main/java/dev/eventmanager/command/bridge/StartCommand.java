package dev.eventmanager.command.bridge;

import dev.eventmanager.command.service.ServiceOptions;
import picocli.CommandLine.Command;

@Command(
    name = "start",
    sortOptions = false,
    description = "Takes up again what was stopped or drained.")
final class StartCommand extends RouteCommand {

  StartCommand(ServiceOptions service) {
    super(service, "start");
  }
}
