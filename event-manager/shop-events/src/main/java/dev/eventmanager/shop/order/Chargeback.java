package dev.eventmanager.shop.order;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.eventmanager.shop.PayloadStyle;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/** The payload of {@code order.v1.chargeback}. */
@Value.Immutable
@PayloadStyle
@JsonSerialize(as = ImmutableChargeback.class)
@JsonDeserialize(as = ImmutableChargeback.class)
public interface Chargeback {

  @JsonPropertyDescription("The order, and the ordering key.")
  long orderId();

  @JsonPropertyDescription("Why, in words for people.")
  String reason();

  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Chargeback}; every attribute is required. */
  final class Builder extends ImmutableChargeback.Builder {}
}
