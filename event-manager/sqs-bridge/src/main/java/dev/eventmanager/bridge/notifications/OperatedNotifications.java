package dev.eventmanager.bridge.notifications;

import dev.eventmanager.bridge.operate.Operable;
import dev.eventmanager.bridge.operate.OperatedStatus;
import dev.eventmanager.bridge.operate.OperatedStatus.State;
import dev.eventmanager.s3.S3Events;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The S3 notifications as operators see them: one route for all their queues, since they share one
 * order. Stopped, it leaves in the database what is there; drained, it publishes that first.
 */
record OperatedNotifications(S3Notifications notifications) implements Operable {

  static final String NAME = "notifications";

  @Override
  public OperatedStatus status() {
    var status = notifications.status();
    return new OperatedStatus(
        NAME,
        String.join(",", notifications.queues()),
        S3Events.CREATED.exchange().name(),
        state(status),
        troubles(status),
        notifications.depth(),
        Math.toIntExact(status.inHand()),
        Optional.empty(),
        0,
        0);
  }

  private static State state(NotificationsStatus status) {
    return switch (status.work()) {
      case ALL -> status.isFlowing() ? State.FLOWING : State.WAITING;
      case DRAINING -> State.DRAINING;
      case NONE -> State.STOPPED;
    };
  }

  private static Optional<String> troubles(NotificationsStatus status) {
    var troubles = Stream.concat(
            status.troubles().entrySet().stream()
                .map(each -> "%s: %s".formatted(each.getKey(), each.getValue())),
            status.heldObjects().stream())
        .collect(Collectors.joining("; "));
    return Optional.of(troubles).filter(each -> !each.isEmpty());
  }

  @Override
  public void stop() {
    notifications.stop();
  }

  @Override
  public void drain() {
    notifications.drain();
  }

  @Override
  public void start() {
    notifications.resume();
  }
}
