package dev.eventmanager.shop.logistic;

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

  long orderId();

  String shipmentId();

  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Dispatch}; every attribute is required. */
  final class Builder extends ImmutableDispatch.Builder {}
}
