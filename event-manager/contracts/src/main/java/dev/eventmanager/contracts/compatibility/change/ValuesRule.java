package dev.eventmanager.contracts.compatibility.change;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code enum} and {@code const}: a reader that lists values has to list all that are written. */
final class ValuesRule implements Constraint {

  private static final List<String> KEYWORDS = List.of("const", "enum");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public String keyword() {
    return "enum";
  }

  @Override
  public Verdict reads(Schema writer, Schema reader) {
    Optional<Set<JsonNode>> read = listed(reader);
    return read.isEmpty()
        ? Verdict.COMPATIBLE
        : Verdict.compatibleIf(written(writer).filter(read.get()::containsAll).isPresent());
  }

  /** Every value that can be written, where that is a list. */
  static Optional<Set<JsonNode>> written(Schema writer) {
    return listed(writer).or(() -> fewByType(writer));
  }

  /** The values that it lists and whose type it admits; empty if it lists none. */
  private static Optional<Set<JsonNode>> listed(Schema schema) {
    return KEYWORDS.stream()
        .filter(schema::has)
        .map(keyword -> listed(schema, keyword))
        .reduce(ValuesRule::inBoth);
  }

  private static Set<JsonNode> listed(Schema schema, String keyword) {
    Set<JsonType> types = schema.types();
    return schema
        .listed(keyword)
        .filter(value -> JsonType.of(value).isAmong(types))
        .map(ValuesRule::plain)
        .collect(toCollection(LinkedHashSet::new));
  }

  private static Set<JsonNode> inBoth(Set<JsonNode> one, Set<JsonNode> other) {
    one.retainAll(other);
    return one;
  }

  private static Optional<Set<JsonNode>> fewByType(Schema schema) {
    Set<JsonNode> values = new LinkedHashSet<>();
    for (JsonType type : schema.types()) {
      switch (type) {
        case NULL -> values.add(JSON.nullNode());
        case BOOLEAN -> values.addAll(Set.of(JSON.booleanNode(true), JSON.booleanNode(false)));
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(values);
  }

  /** With numbers as they compare in JSON Schema: 1 is 1.0. */
  private static JsonNode plain(JsonNode value) {
    return value.isNumber() ? JSON.numberNode(value.decimalValue().stripTrailingZeros()) : value;
  }

  @Override
  public Stream<Change> changes(String path, Schema before, Schema after) {
    return Constraint.super
        .changes(path, before, after)
        .map(change -> detailed(change, before, after));
  }

  private Change detailed(Change change, Schema before, Schema after) {
    Optional<Set<JsonNode>> old = listed(before);
    Optional<Set<JsonNode>> recent = listed(after);
    if (old.isEmpty() || recent.isEmpty()) {
      return change;
    }
    String detail = Stream.concat(
            recent.get().stream()
                .filter(value -> !old.get().contains(value))
                .map(value -> "+ " + value),
            old.get().stream()
                .filter(value -> !recent.get().contains(value))
                .map(value -> "- " + value))
        .collect(joining(", "));
    return new Change(change.path(), change.keyword(), change.kind(), detail, change.verdicts());
  }

  @Override
  public String text(Schema schema) {
    return listed(schema)
        .map(values -> values.stream().map(JsonNode::toString).collect(joining(", ")))
        .orElse("any");
  }
}
