package dev.eventmanager.shop.logistic;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.eventmanager.shop.PayloadStyle;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/** The payload of {@code logistic.v1.reserve}: every line of the order is set aside in stock. */
@Value.Immutable
@PayloadStyle
@JsonSerialize(as = ImmutableReservation.class)
@JsonDeserialize(as = ImmutableReservation.class)
public interface Reservation {

  @JsonPropertyDescription("The order, and the ordering key.")
  long orderId();

  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Reservation}; every attribute is required. */
  final class Builder extends ImmutableReservation.Builder {}
}
