/**
 * Invoices, the general ledger and the rules that move them, in plain Java: no framework, no
 * broker, no database. The door is {@link dev.eventmanager.billing.domain.Billing}; the interfaces
 * here are what it asks of its adapters.
 */
@NullMarked
package dev.eventmanager.billing.domain;

import org.jspecify.annotations.NullMarked;
