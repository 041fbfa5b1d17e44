/**
 * Strangers: clients on bare AMQP that know nothing of this library, to hold it to its wire
 * contract. {@link dev.eventmanager.testkit.foreign.ForeignPublisher} and {@link
 * dev.eventmanager.testkit.foreign.ForeignSubscriber} are the doors.
 */
@NullMarked
package dev.eventmanager.testkit.foreign;

import org.jspecify.annotations.NullMarked;
