package dev.eventmanager.shop.order;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.eventmanager.shop.PayloadStyle;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/** The payload of {@code order.v1.refuse}. */
@Value.Immutable
@PayloadStyle
@JsonSerialize(as = ImmutableRefusal.class)
@JsonDeserialize(as = ImmutableRefusal.class)
public interface Refusal {

  @JsonPropertyDescription("The order, and the ordering key.")
  long orderId();

  @JsonPropertyDescription("The first reason, in words for people.")
  String reason();

  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Refusal}; every attribute is required. */
  final class Builder extends ImmutableRefusal.Builder {}
}
