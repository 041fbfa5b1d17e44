/**
 * What the logistic service publishes. {@link dev.eventmanager.shop.logistic.LogisticEvents} is the
 * door.
 */
@NullMarked
package dev.eventmanager.shop.logistic;

import org.jspecify.annotations.NullMarked;
