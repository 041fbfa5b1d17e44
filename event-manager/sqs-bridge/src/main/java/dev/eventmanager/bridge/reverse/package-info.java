/**
 * The other direction: events from SQS FIFO queues to exchanges, and what keeps an event from going
 * round. {@link dev.eventmanager.bridge.reverse.LoopGuard} is the door; {@link
 * dev.eventmanager.bridge.reverse.ReverseRoute} is the place to start reading.
 */
@NullMarked
package dev.eventmanager.bridge.reverse;

import org.jspecify.annotations.NullMarked;
