/**
 * How an event looks as an SQS message, and back: pure functions, no network. {@link
 * dev.eventmanager.bridge.mapping.MessageMapping} is the door.
 */
@NullMarked
package dev.eventmanager.bridge.mapping;

import org.jspecify.annotations.NullMarked;
