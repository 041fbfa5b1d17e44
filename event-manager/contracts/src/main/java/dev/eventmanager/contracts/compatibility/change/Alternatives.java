package dev.eventmanager.contracts.compatibility.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a schema lets choose from: the branches of {@code anyOf} or {@code oneOf}, the types of a
 * list of types, or itself alone.
 *
 * @param exclusive whether what two of them admit is admitted by none ({@code oneOf})
 */
record Alternatives(List<Schema> schemas, boolean exclusive) {

  /** Whether a schema says nothing but what there is to choose from. */
  static boolean isChoice(Schema schema) {
    return schema.keywords().size() == 1 && (schema.has("anyOf") || schema.has("oneOf"));
  }

  static Alternatives of(Schema schema) {
    List<Schema> schemas = new ArrayList<>();
    Set<Schema> choices = new HashSet<>();
    collect(schema, new HashSet<>(), schemas, choices);
    return new Alternatives(
        List.copyOf(schemas), choices.stream().anyMatch(choice -> choice.has("oneOf")));
  }

  private static void collect(
      Schema schema, Set<Schema> around, List<Schema> schemas, Set<Schema> choices) {
    if (!isChoice(schema)) {
      schemas.addAll(typeByType(schema));
      return;
    }
    if (!around.add(schema)) {
      throw schema.document().broken("a choice has itself to choose from; take it out");
    }
    choices.add(schema);
    branches(schema).forEach(branch -> collect(branch, around, schemas, choices));
    around.remove(schema);
  }

  private static List<Schema> branches(Schema choice) {
    return choice
        .value("anyOf")
        .or(() -> choice.value("oneOf"))
        .map(branches -> branches.valueStream().map(choice.document()::schema).toList())
        .orElseGet(List::of);
  }

  private static List<Schema> typeByType(Schema schema) {
    Optional<JsonNode> types = schema.value("type").filter(JsonNode::isArray);
    return types
        .map(names -> names.valueStream().map(name -> withType(schema, name)).toList())
        .orElseGet(() -> List.of(schema));
  }

  private static Schema withType(Schema schema, JsonNode type) {
    ObjectNode keywords = schema.keywords().deepCopy();
    keywords.set("type", type);
    return new Schema(keywords, schema.document());
  }

  /** Whether it is sure that no value is admitted by two of them. */
  boolean disjoint() {
    return IntStream.range(0, schemas.size())
        .allMatch(one -> IntStream.range(0, one)
            .allMatch(other -> disjoint(schemas.get(one), schemas.get(other))));
  }

  private static boolean disjoint(Schema one, Schema other) {
    return !TypeRule.overlap(one, other)
        || (isObject(one)
            && isObject(other)
            && toldApart(ObjectShape.of(one), ObjectShape.of(other)));
  }

  private static boolean isObject(Schema schema) {
    return schema.types().equals(Set.of(JsonType.OBJECT));
  }

  /** By a field that both always have, and never with the same value. */
  private static boolean toldApart(ObjectShape one, ObjectShape other) {
    return one.fields().keySet().stream()
        .filter(field -> one.requires(field) && other.requires(field) && other.declares(field))
        .anyMatch(field -> haveNoneInCommon(
            ValuesRule.written(one.written(field)), ValuesRule.written(other.written(field))));
  }

  private static boolean haveNoneInCommon(
      Optional<Set<JsonNode>> one, Optional<Set<JsonNode>> other) {
    return one.isPresent()
        && other.isPresent()
        && one.get().stream().noneMatch(other.get()::contains);
  }
}
