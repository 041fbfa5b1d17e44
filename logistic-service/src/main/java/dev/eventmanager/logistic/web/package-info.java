/**
 * The REST interface: shipments and stock to look at, a shipment to report as delivered, and errors
 * as problem details (RFC 9457). The doors are the routes {@code /shipments} and {@code /stock};
 * nothing here is public.
 */
@NullMarked
package dev.eventmanager.logistic.web;

import org.jspecify.annotations.NullMarked;
