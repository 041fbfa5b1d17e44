/**
 * How whatever talks to SQS keeps its state: on one thread, and with waits that grow. {@link
 * dev.eventmanager.sqs.loop.Loop} is the door; for the packages of this module and of the bridge.
 */
@NullMarked
package dev.eventmanager.sqs.loop;

import org.jspecify.annotations.NullMarked;
