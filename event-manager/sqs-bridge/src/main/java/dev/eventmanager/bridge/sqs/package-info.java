/**
 * The way to SQS. {@link dev.eventmanager.bridge.sqs.SqsConnection} is the door: it opens clients
 * that leave every retry to the bridge.
 */
@NullMarked
package dev.eventmanager.bridge.sqs;

import org.jspecify.annotations.NullMarked;
