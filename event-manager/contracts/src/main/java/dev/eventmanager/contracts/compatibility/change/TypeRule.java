package dev.eventmanager.contracts.compatibility.change;

import static java.util.stream.Collectors.joining;

import java.util.Set;

/** {@code type}: a reader has to take every type that is written. */
final class TypeRule implements Constraint {

  @Override
  public String keyword() {
    return "type";
  }

  @Override
  public Verdict reads(Schema writer, Schema reader) {
    Set<JsonType> taken = reader.types();
    return Verdict.compatibleIf(
        writer.types().stream().allMatch(written -> written.isAmong(taken)));
  }

  /** Whether any value may be of both; else there is nothing more to compare. */
  static boolean overlap(Schema one, Schema other) {
    Set<JsonType> types = other.types();
    return one.types().stream()
        .anyMatch(type -> type.isAmong(types) || (type == JsonType.NUMBER && other.mayBeNumber()));
  }

  @Override
  public String text(Schema schema) {
    Set<JsonType> types = schema.types();
    if (types.equals(JsonType.ALL)) {
      return "any";
    }
    return types.isEmpty()
        ? "none"
        : types.stream().map(JsonType::toString).sorted().collect(joining(" or "));
  }
}
