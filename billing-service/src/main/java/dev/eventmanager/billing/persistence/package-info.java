/**
 * Invoices and bookings in the service's own database, H2 or PostgreSQL, by plain SQL. The door is
 * the domain's {@link dev.eventmanager.billing.domain.Invoices} and {@link
 * dev.eventmanager.billing.domain.Ledger}; nothing here is public.
 */
@NullMarked
package dev.eventmanager.billing.persistence;

import org.jspecify.annotations.NullMarked;
