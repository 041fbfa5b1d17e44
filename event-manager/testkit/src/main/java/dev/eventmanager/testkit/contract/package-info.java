/**
 * What the library promises of an event bus, as tests that every broker has to pass. {@link
 * dev.eventmanager.testkit.contract.EventBusContract} is the door: a test class with a broker
 * implements it.
 */
@NullMarked
package dev.eventmanager.testkit.contract;

import org.jspecify.annotations.NullMarked;
