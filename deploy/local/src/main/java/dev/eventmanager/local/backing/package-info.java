/**
 * What the services stand on: a broker, a database each, an SQS endpoint, embedded or real. {@link
 * dev.eventmanager.local.backing.Broker}, {@link dev.eventmanager.local.backing.Databases} and
 * {@link dev.eventmanager.local.backing.Sqs} are the doors.
 */
@NullMarked
package dev.eventmanager.local.backing;

import org.jspecify.annotations.NullMarked;
