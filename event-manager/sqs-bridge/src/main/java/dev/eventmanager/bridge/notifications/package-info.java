/**
 * What S3 tells on standard SQS queues becomes events of the exchange {@code s3}, in order by object.
 * {@link dev.eventmanager.bridge.notifications.S3Notifications} is the place to start reading; the
 * door is the setting {@code bridge.notifications}, and nothing here is public.
 */
@NullMarked
package dev.eventmanager.bridge.notifications;

import org.jspecify.annotations.NullMarked;
