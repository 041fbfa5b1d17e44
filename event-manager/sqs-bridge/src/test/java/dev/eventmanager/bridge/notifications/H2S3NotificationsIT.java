package dev.eventmanager.bridge.notifications;

import dev.eventmanager.testkit.WithBroker;

@WithBroker
class H2S3NotificationsIT extends S3NotificationsContract {

  private final NotificationsDatabase database = NotificationsDatabase.h2();

  @Override
  NotificationsDatabase database() {
    return database;
  }
}
