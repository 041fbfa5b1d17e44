package dev.eventmanager.shop.billing;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.eventmanager.shop.PayloadStyle;
import java.math.BigDecimal;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/** The payload of {@code billing.v1.refund}: what was settled is booked back. */
@Value.Immutable
@PayloadStyle
@JsonSerialize(as = ImmutableRefund.class)
@JsonDeserialize(as = ImmutableRefund.class)
public interface Refund {

  @JsonPropertyDescription("The order, and the ordering key.")
  long orderId();

  @JsonPropertyDescription("The ISO 4217 code of the amount.")
  String currency();

  @JsonPropertyDescription("What goes back, exact: all that was settled.")
  BigDecimal amount();

  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Refund}; every attribute is required. */
  final class Builder extends ImmutableRefund.Builder {}
}
