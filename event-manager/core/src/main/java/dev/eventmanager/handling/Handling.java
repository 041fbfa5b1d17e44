package dev.eventmanager.handling;

import dev.eventmanager.Event;

/**
 * One attempt to handle an event.
 *
 * @param delivery what the queue delivered
 * @param event the same, decoded
 * @param subscription who handles it
 * @param attempt 1 for the first
 */
public record Handling(Delivery delivery, Event<?> event, Subscription subscription, int attempt) {}
