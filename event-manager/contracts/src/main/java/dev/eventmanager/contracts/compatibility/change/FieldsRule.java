package dev.eventmanager.contracts.compatibility.change;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** {@code properties}, {@code required} and {@code additionalProperties}: the fields of an object. */
record FieldsRule(SchemaComparison comparison) implements Rule {

  @Override
  public Stream<Change> changes(String path, Schema before, Schema after) {
    return before.mayBe(JsonType.OBJECT) && after.mayBe(JsonType.OBJECT)
        ? changes(path, ObjectShape.of(before), ObjectShape.of(after))
        : Stream.empty();
  }

  private Stream<Change> changes(String path, ObjectShape before, ObjectShape after) {
    Renames renames = Renames.between(before, after);
    SortedSet<String> fields = new TreeSet<>(before.fields().keySet());
    fields.addAll(before.required());
    fields.addAll(after.fields().keySet());
    fields.addAll(after.required());
    fields.removeAll(renames.newNames());
    return Stream.concat(
        fields.stream()
            .flatMap(field -> renames
                .newName(field)
                .map(newName -> Stream.of(renamed(JsonPath.field(path, field), newName)))
                .orElseGet(() -> field(JsonPath.field(path, field), field, before, after))),
        others(path + ".*", before, after));
  }

  /** Never compatible, even where both are optional: the value would silently be lost. */
  private static Change renamed(String path, String newName) {
    return Change.of(
        path,
        ChangeKind.RENAMED,
        "to %s, it seems: its schema is the same".formatted(newName),
        Verdicts.both(Verdict.INCOMPATIBLE));
  }

  private Stream<Change> field(String path, String field, ObjectShape before, ObjectShape after) {
    if (before.declares(field) == after.declares(field)) {
      return Stream.concat(
          necessity(path, field, before, after),
          before.declares(field)
              ? comparison.changes(path, before.written(field), after.written(field))
              : Stream.empty());
    }
    Verdicts verdicts = Verdicts.of(
        before,
        after,
        (writer, reader) -> presence(field, writer, reader)
            .and(comparison.reads(writer.written(field), reader.read(field))));
    if (before.declares(field)) {
      return Stream.of(Change.of(path, ChangeKind.REMOVED, was(before.requires(field)), verdicts));
    }
    return Stream.of(
        after.requires(field)
            ? Change.of(path, ChangeKind.ADDED_REQUIRED, "is required", verdicts)
            : Change.of(path, ChangeKind.ADDED_OPTIONAL, "is optional", verdicts));
  }

  private static String was(boolean required) {
    return required ? "was required" : "was optional";
  }

  private static Stream<Change> necessity(
      String path, String field, ObjectShape before, ObjectShape after) {
    if (before.requires(field) == after.requires(field)) {
      return Stream.empty();
    }
    ChangeKind kind = after.requires(field) ? ChangeKind.MADE_REQUIRED : ChangeKind.MADE_OPTIONAL;
    Verdicts verdicts =
        Verdicts.of(before, after, (writer, reader) -> presence(field, writer, reader));
    return Stream.of(Change.of(path, kind, was(before.requires(field)), verdicts));
  }

  private static Verdict presence(String field, ObjectShape writer, ObjectShape reader) {
    return Verdict.compatibleIf(!reader.requires(field) || writer.requires(field));
  }

  private Stream<Change> others(String path, ObjectShape before, ObjectShape after) {
    if (before.others().isPresent() && after.others().isPresent()) {
      return comparison.changes(path, before.othersRead(), after.othersRead());
    }
    Verdicts verdicts = Verdicts.of(
        before,
        after,
        (writer, reader) -> comparison.reads(writer.othersWritten(), reader.othersRead()));
    return verdicts.compatible()
        ? Stream.empty()
        : Stream.of(Change.ofKeyword(
            path, "additionalProperties", text(before) + " -> " + text(after), verdicts));
  }

  private static String text(ObjectShape shape) {
    return shape.others().map(others -> others.keywords().toString()).orElse("any");
  }
}
