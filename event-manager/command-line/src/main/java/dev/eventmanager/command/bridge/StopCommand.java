package dev.eventmanager.command.bridge;

import dev.eventmanager.command.service.ServiceOptions;
import picocli.CommandLine.Command;

@Command(
    name = "stop",
    sortOptions = false,
    description =
        "Takes no more and gives back to the broker what is not sent within the shutdown timeout.")
final class StopCommand extends RouteCommand {

  StopCommand(ServiceOptions service) {
    super(service, "stop");
  }
}
