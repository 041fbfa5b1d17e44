package dev.eventmanager.billing.domain;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Whom we deliver to on account.
 *
 * @param limit the highest total of one order, in the order's own currency
 */
public record CreditPolicy(BigDecimal limit) {

  /**
   * Customers of this kind have no credit with us; a shop with a credit agency would ask it here.
   */
  private static final String WITHOUT_CREDIT = "c-declined";

  /** The reason to decline the bill, or nothing when it may be settled. */
  Optional<String> objection(Bill bill) {
    if (bill.customer().startsWith(WITHOUT_CREDIT)) {
      return Optional.of("customer " + bill.customer() + " has no credit");
    }
    if (bill.total().amount().compareTo(limit) > 0) {
      return Optional.of(
          "total " + bill.total() + " is over the credit limit of " + limit.toPlainString());
    }
    return Optional.empty();
  }
}
