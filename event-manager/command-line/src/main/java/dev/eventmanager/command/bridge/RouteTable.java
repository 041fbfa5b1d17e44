package dev.eventmanager.command.bridge;

import dev.eventmanager.command.service.EndpointCommand;
import dev.eventmanager.command.terminal.Table;
import dev.eventmanager.command.terminal.Texts;
import tools.jackson.databind.JsonNode;

/** Routes as rows, and below them what they wait for. */
final class RouteTable {

  private RouteTable() {}

  static String of(JsonNode answer) {
    JsonNode routes = answer.path("routes");
    Table table = EndpointCommand.table(
        "route", "state", "waiting", "in hand", "oldest", "in doubt", "parked", "suppressed");
    StringBuilder reasons = new StringBuilder();
    routes.forEach(route -> {
      table.row(
          Texts.of(route, "route"),
          Texts.of(route, "state"),
          Texts.of(route, "waiting"),
          Texts.of(route, "inHand"),
          age(route),
          Texts.of(route, "inDoubt"),
          Texts.of(route, "parked"),
          Texts.of(route, "suppressed"));
      String reason = Texts.of(route, "waitsFor");
      if (!reason.isEmpty()) {
        reasons.append("%n%s waits: %s".formatted(Texts.of(route, "route"), reason));
      }
    });
    return table + reasons.toString();
  }

  private static String age(JsonNode route) {
    String seconds = Texts.of(route, "oldestSeconds");
    return seconds.isEmpty() ? "-" : seconds + " s";
  }
}
