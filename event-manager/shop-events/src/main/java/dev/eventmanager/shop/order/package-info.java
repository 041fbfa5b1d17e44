/**
 * What the order service publishes. {@code OrderEvents} is the door.
 */
@NullMarked
package dev.eventmanager.shop.order;

import org.jspecify.annotations.NullMarked;
