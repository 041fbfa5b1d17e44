package dev.eventmanager.command.parked;

import dev.eventmanager.command.service.EndpointCommand;
import dev.eventmanager.command.service.OperationsEndpoint;
import dev.eventmanager.command.service.ServiceOptions;
import dev.eventmanager.command.terminal.Table;
import dev.eventmanager.command.terminal.Texts;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "operations",
    sortOptions = false,
    description = "Lists who replayed and discarded what, the newest first; or shows one of these.")
final class OperationsCommand extends EndpointCommand {

  @Parameters(paramLabel = "ID", arity = "0..1", description = "An operation to show.")
  private @Nullable String id;

  OperationsCommand(ServiceOptions service) {
    super(service);
  }

  @Override
  protected int run(OperationsEndpoint endpoint) {
    if (id != null) {
      JsonNode operation = endpoint.get("/operations/" + id, Map.of());
      return print(() -> operation, () -> Details.of(operation));
    }
    JsonNode answer = endpoint.get("/operations", Map.of());
    return print(() -> answer, () -> text(answer.path("operations")));
  }

  private static String text(JsonNode operations) {
    if (operations.isEmpty()) {
      return "Nothing was replayed or discarded yet.";
    }
    Table table = table("id", "kind", "state", "events", "by", "reason");
    operations.forEach(each -> table.row(
        Texts.of(each, "id"),
        Texts.of(each, "kind"),
        Texts.words(Texts.of(each, "state")),
        Texts.of(each, "events"),
        Texts.of(each, "previewedBy"),
        Texts.of(each, "reason")));
    return table.toString();
  }
}
