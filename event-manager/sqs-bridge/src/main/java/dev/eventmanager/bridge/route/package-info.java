/**
 * From exchanges to an SQS FIFO queue: a route is a RabbitMQ queue bound by patterns, consumed and
 * mirrored. {@link dev.eventmanager.bridge.route.RunningRoute} is the door.
 */
@NullMarked
package dev.eventmanager.bridge.route;

import org.jspecify.annotations.NullMarked;
