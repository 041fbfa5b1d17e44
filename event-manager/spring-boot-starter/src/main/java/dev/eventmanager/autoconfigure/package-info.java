/**
 * Gives a Spring Boot service its publisher and its subscriptions out of one dependency. {@link
 * dev.eventmanager.autoconfigure.EventManagerProperties} is what there is to set; the rest is
 * wiring.
 */
@NullMarked
package dev.eventmanager.autoconfigure;

import org.jspecify.annotations.NullMarked;
