package dev.eventmanager.command.parked;

import dev.eventmanager.command.service.EndpointCommand;
import dev.eventmanager.command.service.OperationsEndpoint;
import dev.eventmanager.command.service.ServiceOptions;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "show",
    sortOptions = false,
    description = "Shows one parked event: its route, headers and payload, and why it failed.")
final class ShowCommand extends EndpointCommand {

  @Parameters(paramLabel = "ID", description = "The event, as \"list\" names it.")
  private long id;

  ShowCommand(ServiceOptions service) {
    super(service);
  }

  @Override
  protected int run(OperationsEndpoint endpoint) {
    JsonNode event = endpoint.get("/events/" + id, Map.of());
    return print(() -> event, () -> Details.of(event));
  }
}
