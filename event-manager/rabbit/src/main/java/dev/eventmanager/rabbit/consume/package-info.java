/**
 * Deliveries from a queue, in order for each key and in parallel across keys. {@link
 * dev.eventmanager.rabbit.consume.QueueConsumers} is the door.
 */
@NullMarked
package dev.eventmanager.rabbit.consume;

import org.jspecify.annotations.NullMarked;
