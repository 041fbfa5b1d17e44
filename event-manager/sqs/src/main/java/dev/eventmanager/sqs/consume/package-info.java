/**
 * Messages of a FIFO queue as deliveries, in order for each message group and in parallel across
 * groups. {@link dev.eventmanager.sqs.consume.SqsConsumer} is the door.
 */
@NullMarked
package dev.eventmanager.sqs.consume;

import org.jspecify.annotations.NullMarked;
