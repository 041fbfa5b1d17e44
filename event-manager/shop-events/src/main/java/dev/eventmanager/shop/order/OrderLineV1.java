package dev.eventmanager.shop.order;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.eventmanager.shop.PayloadStyle;
import java.math.BigDecimal;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/** One line of an {@link OrderV1}. */
@Value.Immutable
@PayloadStyle
@JsonSerialize(as = ImmutableOrderLineV1.class)
@JsonDeserialize(as = ImmutableOrderLineV1.class)
public interface OrderLineV1 {

  @JsonPropertyDescription("The line's number within its order.")
  int id();

  @JsonPropertyDescription("How many pieces, from 1.")
  int quantity();

  @JsonPropertyDescription("The price of one piece, exact; not negative.")
  BigDecimal price();

  /** The same line in today's version, of the product {@link OrderV1#PRODUCT}. */
  default OrderLine toOrderLine() {
    return OrderLine.builder()
        .id(id())
        .product(OrderV1.PRODUCT)
        .quantity(quantity())
        .price(price())
        .build();
  }

  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link OrderLineV1}; every attribute is required. */
  final class Builder extends ImmutableOrderLineV1.Builder {}
}
