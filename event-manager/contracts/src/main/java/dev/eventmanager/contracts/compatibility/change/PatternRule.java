package dev.eventmanager.contracts.compatibility.change;

/** {@code pattern}: whether one expression admits all that another does is not decided here. */
final class PatternRule implements Constraint {

  @Override
  public String keyword() {
    return "pattern";
  }

  @Override
  public Verdict reads(Schema writer, Schema reader) {
    if (!reader.has(keyword())
        || !writer.mayBe(JsonType.STRING)
        || reader.value(keyword()).equals(writer.value(keyword()))) {
      return Verdict.COMPATIBLE;
    }
    return writer.has(keyword()) || ValuesRule.written(writer).isPresent()
        ? Verdict.UNDECIDED
        : Verdict.INCOMPATIBLE;
  }
}
