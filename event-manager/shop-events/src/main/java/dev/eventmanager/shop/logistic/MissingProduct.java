package dev.eventmanager.shop.logistic;

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

  String product();

  int requested();

  int available();

  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link MissingProduct}; every attribute is required. */
  final class Builder extends ImmutableMissingProduct.Builder {}
}
