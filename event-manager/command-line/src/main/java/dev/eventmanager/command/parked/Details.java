package dev.eventmanager.command.parked;

import dev.eventmanager.command.terminal.Texts;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/** An answer field by field, nested ones indented; payload and stack trace below, as they are. */
final class Details {

  private static final int NAMES = 16;

  private Details() {}

  static String of(JsonNode object) {
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    add(lines, object, "");
    return lines.toString();
  }

  private static void add(StringJoiner lines, JsonNode object, String indent) {
    object.forEachEntry((name, value) -> {
      if (value.isObject() && !name.equals("payload")) {
        lines.add(indent + name);
        add(lines, value, indent + "  ");
      } else if (!value.isNull()) {
        lines.add(line(name, Texts.of(value), NAMES - indent.length())
            .indent(indent.length())
            .stripTrailing());
      }
    });
  }

  /** What has lines of its own goes below its name. */
  private static String line(String name, String text, int width) {
    return text.contains("\n")
        ? name + System.lineSeparator() + text.stripTrailing().indent(2).stripTrailing()
        : ("%-" + width + "s %s").formatted(name, text);
  }
}
