package dev.eventmanager.command.bridge;

import dev.eventmanager.command.service.ServiceOptions;
import picocli.CommandLine.Command;

@Command(
    name = "drain",
    sortOptions = false,
    description = "Takes no more, sends all that is in hand however long that takes, and stops.")
final class DrainCommand extends RouteCommand {

  DrainCommand(ServiceOptions service) {
    super(service, "drain");
  }
}
