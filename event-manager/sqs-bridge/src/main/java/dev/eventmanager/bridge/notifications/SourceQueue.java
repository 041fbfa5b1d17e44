package dev.eventmanager.bridge.notifications;

import java.time.Duration;

/**
 * A queue that was found and may be read.
 *
 * @param retention how long SQS keeps a message, and so the longest that a copy can be under way
 */
record SourceQueue(NotificationSource source, String url, Duration retention) {}
