/**
 * Orders and the bus: what the service handles of billing and logistic, and what it publishes of
 * its own. Nothing here is used from outside; it implements {@link
 * dev.eventmanager.order.domain.OrderAnnouncements}.
 */
@NullMarked
package dev.eventmanager.order.messaging;

import org.jspecify.annotations.NullMarked;
