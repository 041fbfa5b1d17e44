package dev.eventmanager.shop.logistic;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.eventmanager.shop.PayloadStyle;
import java.util.List;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/** The payload of {@code logistic.v1.shortage}: stock does not suffice, nothing is set aside. */
@Value.Immutable
@PayloadStyle
@JsonSerialize(as = ImmutableShortage.class)
@JsonDeserialize(as = ImmutableShortage.class)
public interface Shortage {

  @JsonPropertyDescription("The order, and the ordering key.")
  long orderId();

  @JsonPropertyDescription("What is short; never empty.")
  List<MissingProduct> missing();

  @Value.Check
  default void check() {
    if (missing().isEmpty()) {
      throw new IllegalArgumentException(
          "The shortage of order " + orderId() + " names no product");
    }
  }

  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Shortage}; every attribute is required. */
  final class Builder extends ImmutableShortage.Builder {}
}
