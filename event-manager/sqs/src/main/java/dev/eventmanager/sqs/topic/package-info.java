/**
 * The SNS FIFO topics a mirror may write to instead of a queue: found, checked, and created when told
 * to. {@link dev.eventmanager.sqs.topic.FifoTopics} is the door.
 */
@NullMarked
package dev.eventmanager.sqs.topic;

import org.jspecify.annotations.NullMarked;
