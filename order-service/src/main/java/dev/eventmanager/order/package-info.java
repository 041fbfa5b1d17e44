/**
 * The order service: it takes the shop's orders and follows each of them to its end. {@link
 * dev.eventmanager.order.OrderServiceApplication} starts it and puts its parts together.
 */
@NullMarked
package dev.eventmanager.order;

import org.jspecify.annotations.NullMarked;
