/**
 * What the billing service publishes. {@link dev.eventmanager.shop.billing.BillingEvents} is the
 * door.
 */
@NullMarked
package dev.eventmanager.shop.billing;

import org.jspecify.annotations.NullMarked;
