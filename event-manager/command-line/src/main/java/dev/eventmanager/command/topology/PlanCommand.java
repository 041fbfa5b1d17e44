package dev.eventmanager.command.topology;

import dev.eventmanager.command.service.EndpointCommand;
import dev.eventmanager.command.service.OperationsEndpoint;
import dev.eventmanager.command.service.ServiceOptions;
import java.util.Map;
import picocli.CommandLine.Command;

@Command(
    name = "plan",
    sortOptions = false,
    description = "Shows what is missing, different and extra on the broker; changes nothing.")
final class PlanCommand extends EndpointCommand {

  PlanCommand(ServiceOptions service) {
    super(service);
  }

  @Override
  protected int run(OperationsEndpoint endpoint) {
    return print(() -> endpoint.get("", Map.of()), () -> endpoint.text("", Map.of()));
  }
}
