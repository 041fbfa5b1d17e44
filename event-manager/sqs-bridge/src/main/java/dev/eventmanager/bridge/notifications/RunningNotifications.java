package dev.eventmanager.bridge.notifications;

import dev.eventmanager.bridge.operate.OperableRoutes;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** The S3 notifications of this process, started and stopped with it. */
final class RunningNotifications implements SmartLifecycle, OperableRoutes {

  private final Supplier<S3Notifications> starting;
  private volatile @Nullable S3Notifications running;

  RunningNotifications(Supplier<S3Notifications> starting) {
    this.starting = starting;
  }

  @Override
  public void start() {
    running = starting.get();
  }

  @Override
  public List<OperatedNotifications> operable() {
    return Optional.ofNullable(running).map(OperatedNotifications::new).stream().toList();
  }

  /** How they are doing; empty while they are not running. */
  Optional<NotificationsStatus> status() {
    return Optional.ofNullable(running).map(S3Notifications::status);
  }

  @Override
  public void stop() {
    var stopping = running;
    if (stopping != null) {
      stopping.close();
      running = null;
    }
  }

  @Override
  public boolean isRunning() {
    return running != null;
  }
}
