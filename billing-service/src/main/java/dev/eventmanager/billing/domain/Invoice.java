package dev.eventmanager.billing.domain;

import java.util.Optional;

/**
 * The one invoice of an order. Immutable: each step answers the invoice as it stands afterwards,
 * and a step that comes twice, or too late to matter, answers the same invoice.
 *
 * <p>Events of an order reach us over different queues and so in any order. An order called off
 * before we saw it leaves a {@link Status#VOID} invoice behind, which keeps a later submission from
 * being settled.
 *
 * @param bill what was invoiced; empty as long as only a cancellation is known
 * @param reason why it was declined, refunded or voided
 */
public record Invoice(
    OrderId orderId, Status status, Optional<Bill> bill, Optional<String> reason) {

  /** How an order stands with us. */
  public enum Status {
    /** Nothing is known yet; never seen outside a transaction. */
    OPEN,
    /** Booked: the customer owes the total. */
    SETTLED,
    /** Not booked: credit refused. */
    DECLINED,
    /** Booked, then reversed. */
    REFUNDED,
    /** Called off before anything was booked. */
    VOID
  }

  /** The invoice of an order of which nothing is known yet. */
  public static Invoice open(OrderId orderId) {
    return new Invoice(orderId, Status.OPEN, Optional.empty(), Optional.empty());
  }

  Invoice submitted(Bill asked, CreditPolicy policy) {
    if (bill.isPresent()) {
      return this;
    }
    Optional<String> objection = policy.objection(asked);
    if (objection.isPresent()) {
      return new Invoice(orderId, Status.DECLINED, Optional.of(asked), objection);
    }
    Status next = status == Status.VOID ? Status.VOID : Status.SETTLED;
    return new Invoice(orderId, next, Optional.of(asked), reason);
  }

  Invoice calledOff(String why) {
    return switch (status) {
      case OPEN -> new Invoice(orderId, Status.VOID, bill, Optional.of(why));
      case SETTLED -> new Invoice(orderId, Status.REFUNDED, bill, Optional.of(why));
      case DECLINED, REFUNDED, VOID -> this;
    };
  }

  /** What was invoiced, for callers that know it was. */
  public Bill billed() {
    return bill.orElseThrow(() -> new IllegalStateException(
        "invoice of order " + orderId + " is " + status + " and has no bill"));
  }
}
