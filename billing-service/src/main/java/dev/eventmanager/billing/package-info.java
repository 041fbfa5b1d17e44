/**
 * The billing service: settles orders in the company's general ledger, declines them, refunds them.
 * {@link dev.eventmanager.billing.BillingServiceApplication} starts it; {@code domain} holds the
 * rules, the packages beside it are its adapters and know only the domain.
 */
@NullMarked
package dev.eventmanager.billing;

import org.jspecify.annotations.NullMarked;
