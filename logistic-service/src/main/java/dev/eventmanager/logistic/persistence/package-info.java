/**
 * Stock and shipments in the service's own database, H2 or PostgreSQL, by plain SQL. The door is
 * the domain's {@link dev.eventmanager.logistic.domain.Shipments} and {@link
 * dev.eventmanager.logistic.domain.Stock}; nothing here is public.
 */
@NullMarked
package dev.eventmanager.logistic.persistence;

import org.jspecify.annotations.NullMarked;
