/**
 * Events on their way to the broker, with many confirms outstanding. {@link
 * dev.eventmanager.rabbit.publish.RabbitTransport} is the door.
 */
@NullMarked
package dev.eventmanager.rabbit.publish;

import org.jspecify.annotations.NullMarked;
