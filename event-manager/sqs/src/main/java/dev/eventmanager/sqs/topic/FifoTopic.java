package dev.eventmanager.sqs.topic;

/**
 * A FIFO topic that stands.
 *
 * @param maximumMessageSize in bytes, as AWS counts them; also the most of a batch
 */
public record FifoTopic(String name, String arn, int maximumMessageSize) {}
