package dev.eventmanager.sqs.queue;

/**
 * A FIFO queue that stands.
 *
 * @param maximumMessageSize in bytes, as AWS counts them
 */
public record FifoQueue(String name, String url, int maximumMessageSize) {}
