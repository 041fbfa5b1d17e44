package dev.eventmanager.contracts.compatibility.change;

/** {@code uniqueItems}: a reader that insists on it needs a writer that does. */
final class UniqueItemsRule implements Constraint {

  @Override
  public String keyword() {
    return "uniqueItems";
  }

  @Override
  public Verdict reads(Schema writer, Schema reader) {
    return Verdict.compatibleIf(
        !insists(reader) || insists(writer) || !writer.mayBe(JsonType.ARRAY));
  }

  private boolean insists(Schema schema) {
    return schema.keywords().path(keyword()).asBoolean(false);
  }
}
