/**
 * Events from SQS FIFO queues to methods marked {@link dev.eventmanager.OnSqsEvent}, where the module
 * event-manager-sqs is there. {@link dev.eventmanager.autoconfigure.sqs.SqsAutoConfiguration} is the
 * door.
 */
@NullMarked
package dev.eventmanager.autoconfigure.sqs;

import org.jspecify.annotations.NullMarked;
