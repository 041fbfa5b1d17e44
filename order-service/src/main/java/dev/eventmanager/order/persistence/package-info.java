/**
 * Orders in a database, H2 or PostgreSQL, and the transaction around their use. Nothing here is
 * used from outside; it implements {@link dev.eventmanager.order.domain.Orders}.
 */
@NullMarked
package dev.eventmanager.order.persistence;

import org.jspecify.annotations.NullMarked;
