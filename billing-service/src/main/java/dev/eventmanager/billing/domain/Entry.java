package dev.eventmanager.billing.domain;

import java.math.BigDecimal;

/** One side of a booking: what it puts on one account, as a debit or as a credit. */
public record Entry(Booking booking, Account account, BigDecimal debit, BigDecimal credit) {}
