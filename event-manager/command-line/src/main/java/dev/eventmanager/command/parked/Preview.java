package dev.eventmanager.command.parked;

import dev.eventmanager.command.service.EndpointCommand;
import dev.eventmanager.command.terminal.Table;
import dev.eventmanager.command.terminal.Texts;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/** What an operation would do, before anybody says yes. */
final class Preview {

  /** More would push the question off the screen. */
  private static final int SHOWN = 15;

  private final JsonNode operation;

  Preview(JsonNode operation) {
    this.operation = operation;
  }

  @Override
  public String toString() {
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    lines.add("To %s: %s of queue %s%s"
        .formatted(
            Texts.of(operation, "kind"),
            Texts.events(count()),
            Texts.of(operation, "queue"),
            failure()));
    lines.add(items());
    operation.path("notes").forEach(note -> lines.add(Texts.of(note)));
    return lines.toString();
  }

  private String failure() {
    JsonNode select = operation.path("select");
    if (!select.has("errorClass")) {
      return "";
    }
    String frame = Texts.of(select, "frame");
    return ", failed with %s%s"
        .formatted(Texts.of(select, "errorClass"), frame.isEmpty() ? "" : " at " + frame);
  }

  private String items() {
    Table table = EndpointCommand.table("id", "key", "event id");
    JsonNode items = operation.path("items");
    int shown = Math.min(SHOWN, items.size());
    for (int i = 0; i < shown; i++) {
      JsonNode item = items.get(i);
      table.row(Texts.of(item, "event"), Texts.of(item, "orderingKey"), Texts.of(item, "eventId"));
    }
    long more = count() - shown;
    return more == 0 ? table.toString() : "%s%n… and %d more".formatted(table, more);
  }

  private long count() {
    return operation.path("events").asLong();
  }
}
