package dev.eventmanager.bridge.notifications;

import dev.eventmanager.testkit.WithBroker;

@WithBroker
class PostgresS3NotificationsIT extends S3NotificationsContract {

  private final NotificationsDatabase database = NotificationsDatabase.postgres();

  @Override
  NotificationsDatabase database() {
    return database;
  }
}
