/**
 * What stands on a RabbitMQ, as its management plugin tells it over HTTP; AMQP itself lists nothing.
 * {@link dev.eventmanager.rabbit.management.ManagementApi} is the door.
 */
@NullMarked
package dev.eventmanager.rabbit.management;

import org.jspecify.annotations.NullMarked;
