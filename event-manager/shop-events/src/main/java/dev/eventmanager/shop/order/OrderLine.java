package dev.eventmanager.shop.order;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.eventmanager.shop.PayloadStyle;
import java.math.BigDecimal;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/** One line of an {@link Order}. */
@Value.Immutable
@PayloadStyle
@JsonSerialize(as = ImmutableOrderLine.class)
@JsonDeserialize(as = ImmutableOrderLine.class)
public interface OrderLine {

  @JsonPropertyDescription("The line's number within its order.")
  int id();

  @JsonPropertyDescription("The product's id, such as tea.")
  String product();

  @JsonPropertyDescription("How many pieces, from 1.")
  int quantity();

  @JsonPropertyDescription(
      "The price of one piece, exact, in the currency of the order: not negative,"
          + " at most 15 digits before the point and 10 decimals.")
  BigDecimal price();

  /** What the line costs: quantity times price, exact. */
  default BigDecimal amount() {
    return price().multiply(BigDecimal.valueOf(quantity()));
  }

  @Value.Check
  default void check() {
    if (quantity() < 1) {
      throw new IllegalArgumentException(
          "A line's quantity must be positive, not " + quantity() + " (line " + id() + ")");
    }
    if (price().signum() < 0) {
      throw new IllegalArgumentException(
          "A line's price must not be negative, as " + price() + " is (line " + id() + ")");
    }
    // 1E+999999999 is six bytes of JSON and a gigabyte as soon as somebody adds to it.
    if ((long) price().precision() - price().scale() > 15 || price().scale() > 10) {
      throw new IllegalArgumentException(
          "A line's price has at most 15 digits and 10 decimals, unlike "
              + price()
              + " (line "
              + id()
              + ")");
    }
  }

  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link OrderLine}; every attribute is required. */
  final class Builder extends ImmutableOrderLine.Builder {}
}
