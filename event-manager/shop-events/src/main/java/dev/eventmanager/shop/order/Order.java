package dev.eventmanager.shop.order;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.eventmanager.shop.PayloadStyle;
import java.math.BigDecimal;
import java.util.List;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/** An order as the customer placed it: the payload of {@code order.v2.submit}. */
@Value.Immutable
@PayloadStyle
@JsonSerialize(as = ImmutableOrder.class)
@JsonDeserialize(as = ImmutableOrder.class)
public interface Order {

  @JsonPropertyDescription(
      "The order's number, from 1, and the ordering key of every event about it.")
  long id();

  @JsonPropertyDescription("The customer's id, such as c-1001.")
  String customer();

  @JsonPropertyDescription("The ISO 4217 code of every price of this order.")
  String currency();

  @JsonPropertyDescription("What is ordered; never empty.")
  List<OrderLine> lines();

  @JsonPropertyDescription("Where it is delivered to.")
  Address deliverTo();

  /** What the whole order costs, in {@link #currency()}, exact. */
  default BigDecimal total() {
    return lines().stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Value.Check
  default void check() {
    if (id() < 1) {
      throw new IllegalArgumentException("An order's id must be positive, not " + id());
    }
    if (!currency().matches("[A-Z]{3}")) {
      throw new IllegalArgumentException(
          "An order's currency must be an ISO 4217 code, not '" + currency() + "'");
    }
    if (lines().isEmpty()) {
      throw new IllegalArgumentException("Order " + id() + " has no lines");
    }
  }

  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Order}; every attribute is required. */
  final class Builder extends ImmutableOrder.Builder {}
}
