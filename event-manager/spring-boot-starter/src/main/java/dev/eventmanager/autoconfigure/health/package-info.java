/**
 * Tells by Spring Boot's health whether events flow. {@link
 * dev.eventmanager.autoconfigure.health.EventManagerHealthIndicator} looks at connections, queues
 * and what is parked.
 */
@NullMarked
package dev.eventmanager.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
