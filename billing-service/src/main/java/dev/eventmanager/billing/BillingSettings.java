package dev.eventmanager.billing;

import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an operator may set.
 *
 * @param creditLimit the highest total of an order that is settled, in the order's own currency
 */
@Validated
@ConfigurationProperties("billing-service")
record BillingSettings(
    @DefaultValue("10000") @PositiveOrZero BigDecimal creditLimit) {}
