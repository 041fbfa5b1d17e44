package dev.eventmanager.shop.order;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.eventmanager.shop.PayloadStyle;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/** Where an order is delivered to. */
@Value.Immutable
@PayloadStyle
@JsonSerialize(as = ImmutableAddress.class)
@JsonDeserialize(as = ImmutableAddress.class)
public interface Address {

  @JsonPropertyDescription("The person or company that takes the parcel.")
  String name();

  @JsonPropertyDescription("The street and the number of the house.")
  String street();

  @JsonPropertyDescription("The town.")
  String city();

  @JsonPropertyDescription("The postcode, as it is written in its country.")
  String postcode();

  @JsonPropertyDescription("The ISO 3166-1 alpha-2 code, such as IT; ZZ where it is not known.")
  String country();

  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Address}; every attribute is required. */
  final class Builder extends ImmutableAddress.Builder {}
}
