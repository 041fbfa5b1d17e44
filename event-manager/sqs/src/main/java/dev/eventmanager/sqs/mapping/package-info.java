/**
 * How an event looks as an SQS message, and back: pure functions, no network. {@link
 * dev.eventmanager.sqs.mapping.MessageMapping} is the door.
 */
@NullMarked
package dev.eventmanager.sqs.mapping;

import org.jspecify.annotations.NullMarked;
