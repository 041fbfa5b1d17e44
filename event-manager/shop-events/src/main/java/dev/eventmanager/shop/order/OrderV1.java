package dev.eventmanager.shop.order;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.eventmanager.shop.PayloadStyle;
import java.util.List;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The payload of {@code order.v1.submit}, which is still taken: an id and its lines, nothing else.
 *
 * <p>The lines share the shape of this version's {@link OrderLineV1}, which knows no product.
 */
@JsonClassDescription(
    "Still taken, from whoever publishes it. What it cannot say gets a fixed value in version 2: the"
        + " customer and each part of the address are unknown, the country is ZZ, the currency is EUR,"
        + " and the product of each line is unspecified, of which logistic keeps no count.")
@Value.Immutable
@PayloadStyle
@JsonSerialize(as = ImmutableOrderV1.class)
@JsonDeserialize(as = ImmutableOrderV1.class)
public interface OrderV1 {

  /** The customer, and each part of the address, of an order that came as version 1. */
  String UNKNOWN = "unknown";

  /** The currency of an order that came as version 1. */
  String CURRENCY = "EUR";

  /** The product of every line that came as version 1; logistic keeps stock under this name. */
  String PRODUCT = "unspecified";

  /**
   * The address of an order that came as version 1; {@code ZZ} is ISO 3166's code for an unknown
   * country.
   */
  Address NOWHERE = Address.builder()
      .name(UNKNOWN)
      .street(UNKNOWN)
      .city(UNKNOWN)
      .postcode(UNKNOWN)
      .country("ZZ")
      .build();

  @JsonPropertyDescription("The order's number, from 1, and the ordering key.")
  long id();

  @JsonPropertyDescription("What is ordered; never empty.")
  List<OrderLineV1> lines();

  /**
   * The same order in today's version. What version 1 could not say gets the constants of this
   * type, so that every service can tell a value that was never given from one that was.
   */
  default Order toOrder() {
    return Order.builder()
        .id(id())
        .customer(UNKNOWN)
        .currency(CURRENCY)
        .addAllLines(lines().stream().map(OrderLineV1::toOrderLine).toList())
        .deliverTo(NOWHERE)
        .build();
  }

  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link OrderV1}; every attribute is required. */
  final class Builder extends ImmutableOrderV1.Builder {}
}
