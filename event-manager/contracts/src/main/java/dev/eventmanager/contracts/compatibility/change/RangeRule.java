package dev.eventmanager.contracts.compatibility.change;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** The least or the greatest number: {@code minimum} with {@code exclusiveMinimum}, and so on. */
enum RangeRule implements Constraint {
  LEAST("minimum", "exclusiveMinimum", 1),
  GREATEST("maximum", "exclusiveMaximum", -1);

  private final String keyword;
  private final String exclusiveKeyword;

  /** 1 where a greater limit rules out more, -1 where a smaller one does. */
  private final int sign;

  RangeRule(String keyword, String exclusiveKeyword, int sign) {
    this.keyword = keyword;
    this.exclusiveKeyword = exclusiveKeyword;
    this.sign = sign;
  }

  @Override
  public String keyword() {
    return keyword;
  }

  @Override
  public Verdict reads(Schema writer, Schema reader) {
    Optional<Limit> read = limit(reader);
    if (read.isEmpty() || !writer.mayBeNumber()) {
      return Verdict.COMPATIBLE;
    }
    return Verdict.compatibleIf(
        limit(writer).filter(written -> compare(written, read.get()) >= 0).isPresent());
  }

  /** The stricter of both keywords. */
  private Optional<Limit> limit(Schema schema) {
    return Stream.of(
            schema.number(keyword).map(value -> new Limit(value, false)),
            schema.number(exclusiveKeyword).map(value -> new Limit(value, true)))
        .flatMap(Optional::stream)
        .max(this::compare);
  }

  private int compare(Limit one, Limit other) {
    int byValue = one.value.compareTo(other.value) * sign;
    return byValue != 0 ? byValue : Boolean.compare(one.exclusive, other.exclusive);
  }

  @Override
  public String text(Schema schema) {
    return limit(schema).map(Limit::toString).orElse("none");
  }

  private record Limit(BigDecimal value, boolean exclusive) {
    @Override
    public String toString() {
      return value.toPlainString() + (exclusive ? " exclusive" : "");
    }
  }
}
