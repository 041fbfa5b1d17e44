/**
 * What the billing service publishes. {@code BillingEvents} is the door.
 */
@NullMarked
package dev.eventmanager.shop.billing;

import org.jspecify.annotations.NullMarked;
