package dev.eventmanager.order.web;

import dev.eventmanager.order.domain.Address;
import dev.eventmanager.order.domain.InvalidPurchaseException;
import dev.eventmanager.order.domain.OrderLine;
import dev.eventmanager.order.domain.Purchase;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/** What {@code POST /orders} takes. */
record OrderRequest(
    @NotNull @Text @Size(max = 100) @Schema(example = "c-1001")
    String customer,

    @NotNull
    @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code such as EUR")
    @Schema(example = "EUR")
    String currency,

    @NotEmpty @Size(max = OrderRequest.MAX_LINES) List<@NotNull @Valid Line> lines,
    @NotNull @Valid DeliverTo deliverTo) {

  static final int MAX_LINES = 500;

  /** The purchase that is asked for; lines are numbered from 1 in the order they came. */
  Purchase toPurchase() {
    return new Purchase(
        customer,
        knownCurrency(),
        IntStream.range(0, lines.size())
            .mapToObj(index -> lines.get(index).toOrderLine(index + 1))
            .toList(),
        deliverTo.toAddress());
  }

  private Currency knownCurrency() {
    try {
      return Currency.getInstance(currency);
    } catch (IllegalArgumentException unknown) {
      throw new InvalidPurchaseException("currency", "must be an ISO 4217 code such as EUR");
    }
  }

  /**
   * A line; its price is a number, or a text that holds one, so that no client needs binary
   * fractions.
   */
  record Line(
      @NotNull @Text @Size(max = 100) @Schema(example = "tea")
      String product,

      @NotNull @Positive @Max(100_000) @Schema(example = "2")
      Integer quantity,

      @NotNull
      @PositiveOrZero
      @Digits(integer = 9, fraction = 4)
      @Schema(type = "string", example = "3.00")
      BigDecimal price) {

    private OrderLine toOrderLine(int id) {
      return new OrderLine(id, product, quantity, price);
    }
  }

  record DeliverTo(
      @NotNull @Text @Size(max = 100) @Schema(example = "Customer 1001")
      String name,

      @NotNull @Text @Size(max = 100) @Schema(example = "1 Mill Lane")
      String street,

      @NotNull @Text @Size(max = 100) @Schema(example = "Turin")
      String city,

      @NotNull @Text @Size(max = 20) @Schema(example = "10121")
      String postcode,

      @NotNull
      @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166 code such as IT")
      @Schema(example = "IT")
      String country) {

    private Address toAddress() {
      return new Address(name, street, city, postcode, country);
    }
  }
}
