package dev.eventmanager.shop.billing;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.eventmanager.shop.PayloadStyle;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/** The payload of {@code billing.v1.decline}: the customer cannot have this order on account. */
@Value.Immutable
@PayloadStyle
@JsonSerialize(as = ImmutableDecline.class)
@JsonDeserialize(as = ImmutableDecline.class)
public interface Decline {

  @JsonPropertyDescription("The order, and the ordering key.")
  long orderId();

  @JsonPropertyDescription("Why, in words for people.")
  String reason();

  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Decline}; every attribute is required. */
  final class Builder extends ImmutableDecline.Builder {}
}
