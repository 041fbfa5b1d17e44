package dev.eventmanager.shop.billing;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.eventmanager.shop.PayloadStyle;
import java.math.BigDecimal;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/** The payload of {@code billing.v1.settle}: the order's invoice is booked. */
@Value.Immutable
@PayloadStyle
@JsonSerialize(as = ImmutableSettlement.class)
@JsonDeserialize(as = ImmutableSettlement.class)
public interface Settlement {

  @JsonPropertyDescription("The order, and the ordering key.")
  long orderId();

  @JsonPropertyDescription("The ISO 4217 code of the amount.")
  String currency();

  @JsonPropertyDescription("What the order costs in all, exact.")
  BigDecimal amount();

  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Settlement}; every attribute is required. */
  final class Builder extends ImmutableSettlement.Builder {}
}
