/**
 * The REST interface: invoices and the general ledger to look at, and errors as problem details
 * (RFC 9457). The doors are the routes {@code /invoices} and {@code /ledger}; nothing here is
 * public.
 */
@NullMarked
package dev.eventmanager.billing.web;

import org.jspecify.annotations.NullMarked;
