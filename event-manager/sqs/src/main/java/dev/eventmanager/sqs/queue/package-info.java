/**
 * The SQS FIFO queues the bridge writes to: found, checked, and created when told to. {@link
 * dev.eventmanager.sqs.queue.FifoQueues} is the door.
 */
@NullMarked
package dev.eventmanager.sqs.queue;

import org.jspecify.annotations.NullMarked;
