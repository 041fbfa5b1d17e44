package dev.eventmanager.command.bridge;

import dev.eventmanager.command.service.EndpointCommand;
import dev.eventmanager.command.service.OperationsEndpoint;
import dev.eventmanager.command.service.ServiceOptions;
import java.util.Map;
import picocli.CommandLine.Command;

@Command(
    name = "status",
    sortOptions = false,
    description =
        "Shows how each route does: lag, oldest event, in doubt, parked, what it waits for.")
final class StatusCommand extends EndpointCommand {

  StatusCommand(ServiceOptions service) {
    super(service);
  }

  @Override
  protected int run(OperationsEndpoint endpoint) {
    var answer = endpoint.get("", Map.of());
    return print(() -> answer, () -> RouteTable.of(answer));
  }
}
