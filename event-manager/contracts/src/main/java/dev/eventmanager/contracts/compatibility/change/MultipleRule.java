package dev.eventmanager.contracts.compatibility.change;

import java.math.BigDecimal;
import java.util.Optional;

/** {@code multipleOf}: what is written has to be a multiple of what is read. */
final class MultipleRule implements Constraint {

  @Override
  public String keyword() {
    return "multipleOf";
  }

  @Override
  public Verdict reads(Schema writer, Schema reader) {
    Optional<BigDecimal> read = reader.number(keyword());
    if (read.isEmpty() || !writer.mayBeNumber()) {
      return Verdict.COMPATIBLE;
    }
    return Verdict.compatibleIf(step(writer)
        .filter(written -> written.remainder(read.get()).signum() == 0)
        .isPresent());
  }

  private Optional<BigDecimal> step(Schema writer) {
    return writer
        .number(keyword())
        .or(() -> writer.mayBe(JsonType.NUMBER) ? Optional.empty() : Optional.of(BigDecimal.ONE));
  }
}
