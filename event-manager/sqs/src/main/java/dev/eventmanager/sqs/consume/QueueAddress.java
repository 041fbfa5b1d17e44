package dev.eventmanager.sqs.consume;

/** A queue, for people and for SQS. */
record QueueAddress(String name, String url) {}
