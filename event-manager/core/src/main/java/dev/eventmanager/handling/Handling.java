package dev.eventmanager.handling;

import dev.eventmanager.Event;

/**
 * One attempt to handle an event.
 *
 * @param delivery what the queue delivered
 * @param event the same, decoded
 * @param subscription who handles it
 * @param attempt 1 for the first
 * @param fromLane whether it comes straight from the queue, so that its ordering key may be held by
 *     an earlier event; false for an event that was held itself, and whose turn it is
 */
public record Handling(
    Delivery delivery, Event<?> event, Subscription subscription, int attempt, boolean fromLane) {}
