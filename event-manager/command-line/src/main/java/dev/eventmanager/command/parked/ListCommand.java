package dev.eventmanager.command.parked;

import dev.eventmanager.command.service.EndpointCommand;
import dev.eventmanager.command.service.OperationsEndpoint;
import dev.eventmanager.command.service.ServiceOptions;
import dev.eventmanager.command.terminal.Table;
import dev.eventmanager.command.terminal.Texts;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
    name = "list",
    sortOptions = false,
    description = "Lists parked events, in the order in which they were parked.")
final class ListCommand extends EndpointCommand {

  @Mixin
  private final FilterOptions filter = new FilterOptions();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many at most (${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--after", paramLabel = "ID", description = "Go on after this one.")
  private @Nullable Long after;

  ListCommand(ServiceOptions service) {
    super(service);
  }

  @Override
  protected int run(OperationsEndpoint endpoint) {
    Map<String, String> query = filter.query();
    query.put("limit", Integer.toString(limit));
    if (after != null) {
      query.put("after", after.toString());
    }
    JsonNode answer = endpoint.get("", query);
    return print(() -> answer, () -> text(answer));
  }

  private String text(JsonNode answer) {
    JsonNode events = answer.path("events");
    if (events.isEmpty()) {
      return "Nothing is parked"
          + (filter.query().isEmpty() ? "." : " that agrees with these filters.");
    }
    Table table = table("id", "state", "queue", "event", "key", "tries", "why");
    events.forEach(event -> table.row(
        Texts.of(event, "id"),
        event.path("head").asBoolean() ? Texts.words(Texts.of(event, "state")) : "waits",
        Texts.of(event, "queue"),
        Texts.of(event, "routingKey"),
        Texts.of(event, "orderingKey"),
        Texts.of(event, "attempts"),
        why(event)));
    return table + next(answer);
  }

  private static String why(JsonNode event) {
    JsonNode failure = event.path("failure");
    if (!failure.isObject()) {
      return Texts.words(Texts.of(event, "reason"));
    }
    String error = Texts.simple(Texts.of(failure, "errorClass"));
    String message = Texts.of(failure, "message");
    return message.isEmpty()
        ? "%s at %s".formatted(error, place(Texts.of(failure, "frame")))
        : "%s: %s".formatted(error, message);
  }

  /** Class and method, without the package. */
  private static String place(String frame) {
    return frame.replaceFirst("^.*\\.(?=[^.]+\\.[^.]+$)", "");
  }

  private static String next(JsonNode answer) {
    String next = Texts.of(answer, "next");
    return next.isEmpty() ? "" : "%nThere are more: --after %s".formatted(next);
  }
}
