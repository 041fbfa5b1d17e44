/**
 * Events as AMQP messages and back. {@link dev.eventmanager.rabbit.message.EventMessageWriter} and
 * {@link dev.eventmanager.rabbit.message.EventMessageReader} are the two leaves of the door.
 */
@NullMarked
package dev.eventmanager.rabbit.message;

import org.jspecify.annotations.NullMarked;
