package dev.eventmanager.billing.domain;

import java.time.Clock;
import java.util.function.UnaryOperator;

/**
 * Settles, declines and refunds orders. Thread-safe: calls for one order wait for each other.
 *
 * <p>Each method that changes an invoice stores it, books it and announces it in one {@link
 * UnitOfWork}; called a second time it changes nothing.
 */
public final class Billing {

  private final Invoices invoices;
  private final Ledger ledger;
  private final BillingAnnouncements announcements;
  private final UnitOfWork unitOfWork;
  private final CreditPolicy policy;
  private final Clock clock;

  public Billing(
      Invoices invoices,
      Ledger ledger,
      BillingAnnouncements announcements,
      UnitOfWork unitOfWork,
      CreditPolicy policy,
      Clock clock) {
    this.invoices = invoices;
    this.ledger = ledger;
    this.announcements = announcements;
    this.unitOfWork = unitOfWork;
    this.policy = policy;
    this.clock = clock;
  }

  /** An order was placed: settle it, or decline it; void it if it has been called off already. */
  public void submitted(OrderId orderId, Bill bill) {
    unitOfWork.execute(() -> advance(orderId, invoice -> invoice.submitted(bill, policy)));
  }

  /**
   * An order was refused or charged back: refund it if it was settled, else see to it that it never
   * is.
   */
  public void calledOff(OrderId orderId, String reason) {
    unitOfWork.execute(() -> advance(orderId, invoice -> invoice.calledOff(reason)));
  }

  /**
   * Finds the invoice of an order.
   *
   * @throws UnknownOrderException if no event of the order has come yet
   */
  public Invoice find(OrderId orderId) {
    return invoices.find(orderId).orElseThrow(() -> new UnknownOrderException(orderId));
  }

  private Invoice advance(OrderId orderId, UnaryOperator<Invoice> step) {
    Invoice before = invoices.lockOrAdd(orderId);
    Invoice after = step.apply(before);
    if (!after.equals(before)) {
      invoices.save(after);
    }
    if (after.status() != before.status()) {
      enter(after);
    }
    return after;
  }

  private void enter(Invoice invoice) {
    switch (invoice.status()) {
      case SETTLED -> {
        book(invoice, Booking.Kind.SETTLEMENT);
        announcements.settled(invoice);
      }
      case REFUNDED -> {
        book(invoice, Booking.Kind.REFUND);
        announcements.refunded(invoice);
      }
      case DECLINED -> announcements.declined(invoice);
      case OPEN, VOID -> {
        // Nothing was booked, so there is nothing to tell.
      }
    }
  }

  private void book(Invoice invoice, Booking.Kind kind) {
    ledger.book(new Booking(invoice.orderId(), kind, invoice.billed().total(), clock.instant()));
  }
}
