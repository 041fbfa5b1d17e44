package dev.eventmanager.contracts.compatibility.change;

/** {@code format}: readers parse by it, so what is written has to have theirs. */
final class FormatRule implements Constraint {

  @Override
  public String keyword() {
    return "format";
  }

  @Override
  public Verdict reads(Schema writer, Schema reader) {
    return Verdict.compatibleIf(
        !reader.has(keyword()) || reader.value(keyword()).equals(writer.value(keyword())));
  }
}
