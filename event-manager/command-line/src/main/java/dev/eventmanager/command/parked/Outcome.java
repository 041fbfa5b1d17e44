package dev.eventmanager.command.parked;

import dev.eventmanager.command.terminal.ExitStatus;
import dev.eventmanager.command.terminal.Texts;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/** How far a confirmed operation is, and what came of it. */
final class Outcome {

  private final JsonNode operation;

  Outcome(JsonNode operation) {
    this.operation = operation;
  }

  boolean isFinal() {
    return Texts.of(operation, "state").equals("DONE");
  }

  int exitStatus() {
    if (!isFinal()) {
      return ExitStatus.NOT_FINISHED;
    }
    return count("FAILED_AGAIN") > 0 ? ExitStatus.FAILED : ExitStatus.DONE;
  }

  /** Such as "2 of 3 settled". */
  String progress() {
    long all = operation.path("events").asLong();
    return "%d of %d settled".formatted(all - count("SELECTED") - count("REQUESTED"), all);
  }

  private long count(String state) {
    return operation.path("progress").path(state).asLong(0);
  }

  @Override
  public String toString() {
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    if (!isFinal()) {
      lines.add("Still under way: %s. Look again with: events parked operations %s"
          .formatted(progress(), Texts.of(operation, "id")));
    }
    add(lines, "SUCCEEDED", "handled");
    add(lines, "DISCARDED", "discarded");
    add(lines, "FAILED_AGAIN", "failed again and parked again; \"list\" says why");
    add(lines, "GONE", "left alone: no longer parked as when they were selected");
    return lines.toString();
  }

  private void add(StringJoiner lines, String state, String meaning) {
    if (count(state) > 0) {
      lines.add("%s %s".formatted(Texts.events(count(state)), meaning));
    }
  }
}
