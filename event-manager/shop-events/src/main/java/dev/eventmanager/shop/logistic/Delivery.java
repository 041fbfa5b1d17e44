package dev.eventmanager.shop.logistic;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.eventmanager.shop.PayloadStyle;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/** The payload of {@code logistic.v1.deliver}: the parcel has arrived. */
@Value.Immutable
@PayloadStyle
@JsonSerialize(as = ImmutableDelivery.class)
@JsonDeserialize(as = ImmutableDelivery.class)
public interface Delivery {

  @JsonPropertyDescription("The order, and the ordering key.")
  long orderId();

  @JsonPropertyDescription("The parcel, as logistic numbers it.")
  String shipmentId();

  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Delivery}; every attribute is required. */
  final class Builder extends ImmutableDelivery.Builder {}
}
