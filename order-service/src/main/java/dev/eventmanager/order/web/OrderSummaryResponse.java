package dev.eventmanager.order.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.eventmanager.order.domain.OrderStatus;
import dev.eventmanager.order.domain.OrderSummary;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** An order in a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderSummaryResponse(
    long id,
    OrderStatus status,
    @Nullable String customer,
    @Nullable String currency,
    @Nullable String total) {

  static OrderSummaryResponse of(OrderSummary order) {
    return new OrderSummaryResponse(
        order.id(),
        order.status(),
        order.customer().orElse(null),
        order.currency().map(Currency::getCurrencyCode).orElse(null),
        order.total().map(BigDecimal::toPlainString).orElse(null));
  }
}
