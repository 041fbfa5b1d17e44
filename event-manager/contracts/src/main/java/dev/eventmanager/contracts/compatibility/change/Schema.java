package dev.eventmanager.contracts.compatibility.change;

import static java.util.stream.Collectors.toCollection;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A schema within its document: references are followed, what only explains is left out. */
record Schema(ObjectNode keywords, SchemaDocument document) {

  /** Admits every value. */
  Schema anything() {
    return new Schema(JsonNodeFactory.instance.objectNode(), document);
  }

  /** Admits none. */
  Schema nothing() {
    return document.schema(JsonNodeFactory.instance.booleanNode(false));
  }

  boolean isNothing() {
    return equals(nothing());
  }

  boolean has(String keyword) {
    return keywords.has(keyword);
  }

  Optional<JsonNode> value(String keyword) {
    return Optional.ofNullable(keywords.get(keyword));
  }

  Optional<BigDecimal> number(String keyword) {
    return value(keyword).map(JsonNode::decimalValue);
  }

  /** The subschema under a keyword. */
  Optional<Schema> schema(String keyword) {
    return value(keyword).map(document::schema);
  }

  /** The subschemas under a keyword that maps names to them. */
  SortedMap<String, Schema> schemas(String keyword) {
    SortedMap<String, Schema> schemas = new TreeMap<>();
    keywords
        .path(keyword)
        .properties()
        .forEach(entry -> schemas.put(entry.getKey(), document.schema(entry.getValue())));
    return schemas;
  }

  /** The types of the values that it admits; a few more where other keywords rule some out. */
  Set<JsonType> types() {
    if (isNothing()) {
      return Set.of();
    }
    if (has("type")) {
      return listed("type")
          .map(JsonNode::stringValue)
          .map(JsonType::named)
          .collect(toCollection(() -> EnumSet.noneOf(JsonType.class)));
    }
    return Stream.of("const", "enum")
        .filter(this::has)
        .findFirst()
        .<Set<JsonType>>map(keyword -> listed(keyword)
            .map(JsonType::of)
            .collect(toCollection(() -> EnumSet.noneOf(JsonType.class))))
        .orElse(JsonType.ALL);
  }

  boolean mayBe(JsonType type) {
    return type.isAmong(types());
  }

  boolean mayBeNumber() {
    return mayBe(JsonType.INTEGER);
  }

  /** What {@code enum} or {@code type} list, or the one value of these or {@code const}. */
  Stream<JsonNode> listed(String keyword) {
    JsonNode value = keywords.path(keyword);
    return value.isArray() && !keyword.equals("const") ? value.valueStream() : Stream.of(value);
  }

  /** Whether both admit the same for sure, since they say the same. */
  boolean saysTheSameAs(Schema other) {
    return saysTheSame(this, other, new HashSet<>());
  }

  private static boolean saysTheSame(Schema one, Schema other, Set<String> seen) {
    return one.keywords.equals(other.keywords)
        && references(one.keywords)
            .filter(seen::add)
            .allMatch(reference -> saysTheSame(
                one.document.schema(one.document.target(reference)),
                other.document.schema(other.document.target(reference)),
                seen));
  }

  private static Stream<String> references(JsonNode node) {
    Stream<String> own = Stream.of(node.path("$ref"))
        .filter(SchemaDocument::isLocalReference)
        .map(JsonNode::stringValue);
    return Stream.concat(own, node.valueStream().flatMap(Schema::references));
  }
}
