package dev.eventmanager.contracts.compatibility.change;

import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A keyword, or a pair of them, that rules values out by itself. */
interface Constraint extends Rule {

  /** The keyword. */
  String keyword();

  /** Whether whatever the writer's constraint admits passes the reader's. */
  Verdict reads(Schema writer, Schema reader);

  /** How it stands in the schema, for people. */
  default String text(Schema schema) {
    return schema.value(keyword()).map(JsonNode::toString).orElse("none");
  }

  @Override
  default Stream<Change> changes(String path, Schema before, Schema after) {
    Verdicts verdicts = Verdicts.of(before, after, this::reads);
    String detail = "%s -> %s".formatted(text(before), text(after));
    return Optional.of(Change.ofKeyword(path, keyword(), detail, verdicts))
        .filter(change -> !verdicts.compatible())
        .stream();
  }
}
