package dev.eventmanager;

/**
 * Something that happened: a payload in its newest version, with its metadata.
 *
 * @param type the descriptor it was declared with
 * @param payload the newest version of the payload
 * @param metadata id, time, key and origin; its routing key names the version that was on the wire
 */
public record Event<T>(EventType<T> type, T payload, EventMetadata metadata) {}
