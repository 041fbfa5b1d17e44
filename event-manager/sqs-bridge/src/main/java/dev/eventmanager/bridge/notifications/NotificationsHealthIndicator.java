package dev.eventmanager.bridge.notifications;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Up while S3 notifications become events; else tells what keeps which of them from it. */
final class NotificationsHealthIndicator extends AbstractHealthIndicator {

  private final RunningNotifications notifications;

  NotificationsHealthIndicator(RunningNotifications notifications) {
    super("The S3 notifications cannot be asked how they are doing");
    this.notifications = notifications;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    notifications
        .status()
        .ifPresentOrElse(status -> tell(status, health), () -> health.outOfService());
  }

  private static void tell(NotificationsStatus status, Health.Builder health) {
    (status.isFlowing() ? health.up() : health.down())
        .withDetail("work", status.work())
        .withDetail("waiting", status.waiting())
        .withDetails(status.troubles());
    if (!status.heldObjects().isEmpty()) {
      health.withDetail("heldObjects", status.heldObjects());
    }
  }
}
