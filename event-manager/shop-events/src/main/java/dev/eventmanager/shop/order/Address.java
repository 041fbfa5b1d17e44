package dev.eventmanager.shop.order;

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

  /** The person or company that takes the parcel. */
  String name();

  String street();

  String city();

  String postcode();

  /** The ISO 3166-1 alpha-2 code, such as {@code IT}; {@code ZZ} where it is not known. */
  String country();

  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Address}; every attribute is required. */
  final class Builder extends ImmutableAddress.Builder {}
}
