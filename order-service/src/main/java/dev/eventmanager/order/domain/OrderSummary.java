package dev.eventmanager.order.domain;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** An order as a list shows it; what a foreign order never told this service is empty. */
public record OrderSummary(
    long id,
    OrderStatus status,
    Optional<String> customer,
    Optional<Currency> currency,
    Optional<BigDecimal> total) {}
