package dev.eventmanager.shop.logistic;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.eventmanager.shop.PayloadStyle;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/** The payload of {@code logistic.v1.dispatch}: the parcel has left. */
@Value.Immutable
@PayloadStyle
@JsonSerialize(as = ImmutableDispatch.class)
@JsonDeserialize(as = ImmutableDispatch.class)
public interface Dispatch {

  @JsonPropertyDescription("The order, and the ordering key.")
  long orderId();

  @JsonPropertyDescription("The parcel, as logistic numbers it.")
  String shipmentId();

  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Dispatch}; every attribute is required. */
  final class Builder extends ImmutableDispatch.Builder {}
}
