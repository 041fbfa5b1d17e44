/**
 * The way of every event, seen from outside: published on its exchange, handled from its queues,
 * mirrored to SQS. {@link dev.eventmanager.local.journey.Journeys} is the door; a wiretap queue,
 * the services' logs and a plain AWS client tell it what they see.
 */
@NullMarked
package dev.eventmanager.local.journey;

import org.jspecify.annotations.NullMarked;
