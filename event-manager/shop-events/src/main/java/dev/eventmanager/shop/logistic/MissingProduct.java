package dev.eventmanager.shop.logistic;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.eventmanager.shop.PayloadStyle;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/** A product of which there is less than an order asks for. */
@Value.Immutable
@PayloadStyle
@JsonSerialize(as = ImmutableMissingProduct.class)
@JsonDeserialize(as = ImmutableMissingProduct.class)
public interface MissingProduct {

  @JsonPropertyDescription("The product's id.")
  String product();

  @JsonPropertyDescription("How many pieces the order asks for.")
  int requested();

  @JsonPropertyDescription("How many there are.")
  int available();

  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link MissingProduct}; every attribute is required. */
  final class Builder extends ImmutableMissingProduct.Builder {}
}
