/**
 * What the logistic service publishes. {@code LogisticEvents} is the door.
 */
@NullMarked
package dev.eventmanager.shop.logistic;

import org.jspecify.annotations.NullMarked;
