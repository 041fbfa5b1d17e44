package dev.eventmanager.bridge.audit;

import dev.eventmanager.codec.EncodedEvent;

/**
 * An event of the stream.
 *
 * @param offset its place there, which rises from event to event
 * @param event with an empty id where it was published without one
 */
public record Kept(long offset, EncodedEvent event) {}
