package dev.eventmanager.contracts.compatibility.change;

import java.math.BigDecimal;
import java.util.Optional;

/** How long a text may be, how many items an array and how many fields an object may have. */
record CountRule(String keyword, JsonType type) implements Constraint {

  @Override
  public Verdict reads(Schema writer, Schema reader) {
    Optional<BigDecimal> read = reader.number(keyword);
    if (read.isEmpty() || !writer.mayBe(type)) {
      return Verdict.COMPATIBLE;
    }
    return isLeast()
        ? Verdict.compatibleIf(
            writer.number(keyword).orElse(BigDecimal.ZERO).compareTo(read.get()) >= 0)
        : Verdict.compatibleIf(writer
            .number(keyword)
            .filter(written -> written.compareTo(read.get()) <= 0)
            .isPresent());
  }

  private boolean isLeast() {
    return keyword.startsWith("min");
  }
}
