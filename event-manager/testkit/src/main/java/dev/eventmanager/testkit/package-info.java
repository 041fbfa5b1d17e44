/**
 * JUnit 5 support for whoever publishes or handles events. The door is {@link
 * dev.eventmanager.testkit.WithBroker}: a test class that bears it has a broker.
 */
@NullMarked
package dev.eventmanager.testkit;

import org.jspecify.annotations.NullMarked;
