/**
 * What the order service publishes. {@link dev.eventmanager.shop.order.OrderEvents} is the door.
 */
@NullMarked
package dev.eventmanager.shop.order;

import org.jspecify.annotations.NullMarked;
