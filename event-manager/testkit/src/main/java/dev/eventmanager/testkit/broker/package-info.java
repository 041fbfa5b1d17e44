/**
 * Brokers for tests: one that is given, one in a container, a private RabbitMQ node, or one inside
 * this JVM.
 *
 * <p>The door is {@link dev.eventmanager.testkit.broker.TestBroker#find()}; a program that only
 * wants the broker in the JVM calls {@link
 * dev.eventmanager.testkit.broker.EmbeddedBroker#start(int)}. Nothing here needs JUnit.
 */
@NullMarked
package dev.eventmanager.testkit.broker;

import org.jspecify.annotations.NullMarked;
