package dev.eventmanager.bridge.notifications;

import java.time.Duration;

/**
 * Where notifications come from.
 *
 * @param queue the name of a standard SQS queue that S3 notifies, itself or by way of SNS or
 *     EventBridge
 * @param settle how long a notification waits for earlier ones of its object
 */
record NotificationSource(String queue, Duration settle) {}
