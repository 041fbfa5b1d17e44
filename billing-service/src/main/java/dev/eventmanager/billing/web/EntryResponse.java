package dev.eventmanager.billing.web;

import dev.eventmanager.billing.domain.Account;
import dev.eventmanager.billing.domain.Booking;
import dev.eventmanager.billing.domain.Entry;
import java.time.Instant;

/**
 * One side of a booking as the API shows it: an amount in {@code debit} or in {@code credit}, zero
 * in the other.
 */
record EntryResponse(
    long orderId,
    Booking.Kind booking,
    Account account,
    String debit,
    String credit,
    String currency,
    Instant bookedAt) {

  static EntryResponse of(Entry entry) {
    Booking booking = entry.booking();
    return new EntryResponse(
        booking.orderId().value(),
        booking.kind(),
        entry.account(),
        entry.debit().toPlainString(),
        entry.credit().toPlainString(),
        booking.amount().currency().getCurrencyCode(),
        booking.bookedAt());
  }
}
