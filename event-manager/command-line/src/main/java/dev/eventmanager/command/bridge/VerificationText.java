package dev.eventmanager.command.bridge;

import dev.eventmanager.command.service.EndpointCommand;
import dev.eventmanager.command.terminal.Table;
import dev.eventmanager.command.terminal.Texts;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A verification in words. */
final class VerificationText {

  private VerificationText() {}

  static String of(JsonNode verification) {
    List<String> lines = new ArrayList<>();
    lines.add("%s from %s to %s: %s published, %s on the mirror, by %s"
        .formatted(
            Texts.of(verification, "route"),
            Texts.of(verification, "from"),
            Texts.of(verification, "to"),
            Texts.of(verification, "published"),
            Texts.of(verification, "mirrored"),
            Texts.of(verification, "mirror")));
    if (!verification.path("findings").isEmpty()) {
      lines.add(findings(verification.path("findings")));
    }
    verification.path("notes").forEach(note -> lines.add("Note: " + Texts.of(note)));
    lines.add(conclusion(verification));
    return String.join(System.lineSeparator(), lines);
  }

  private static String findings(JsonNode findings) {
    Table table = EndpointCommand.table("what", "event", "group", "detail");
    findings.forEach(finding -> table.row(
        Texts.words(Texts.of(finding, "kind")),
        Texts.of(finding, "event"),
        Texts.of(finding, "group"),
        Texts.of(finding, "detail")));
    return table.toString();
  }

  private static String conclusion(JsonNode verification) {
    List<String> counts = new ArrayList<>();
    verification
        .path("counts")
        .properties()
        .forEach(each -> counts.add(Texts.of(each.getValue()) + " " + Texts.words(each.getKey())));
    String all = String.join(", ", counts);
    if (!verification.path("agrees").asBoolean()) {
      return "The mirror differs: " + all + ".";
    }
    return counts.isEmpty()
        ? "Nothing is missing, extra or out of order."
        : "Nothing is missing, extra or out of order; " + all + ".";
  }
}
