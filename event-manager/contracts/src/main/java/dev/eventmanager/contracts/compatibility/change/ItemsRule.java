package dev.eventmanager.contracts.compatibility.change;

import java.util.stream.Stream;

/** {@code items}: what changed in the elements of an array. */
record ItemsRule(SchemaComparison comparison) implements Rule {

  @Override
  public Stream<Change> changes(String path, Schema before, Schema after) {
    return before.mayBe(JsonType.ARRAY) && after.mayBe(JsonType.ARRAY)
        ? comparison.changes(path + "[*]", items(before), items(after))
        : Stream.empty();
  }

  private static Schema items(Schema array) {
    return array.schema("items").orElseGet(array::anything);
  }
}
