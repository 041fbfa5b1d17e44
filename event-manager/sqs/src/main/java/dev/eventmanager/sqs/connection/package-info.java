/**
 * The way to SQS. {@link dev.eventmanager.sqs.connection.SqsConnection} is the door: it opens clients
 * that leave every retry to the bridge.
 */
@NullMarked
package dev.eventmanager.sqs.connection;

import org.jspecify.annotations.NullMarked;
