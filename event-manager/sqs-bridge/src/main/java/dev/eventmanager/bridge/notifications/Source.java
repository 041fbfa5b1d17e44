package dev.eventmanager.bridge.notifications;

import dev.eventmanager.sqs.connection.UnusableException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A source, whose queue is opened as soon as SQS can be asked for it. Thread-safe; blocks. */
final class Source {

  /** The longest that SQS knows, for as long as it has not been asked. */
  private static final Duration LONGEST_RETENTION = Duration.ofDays(14);

  private final NotificationSource settings;
  private final SourceQueues queues;
  private volatile @Nullable SourceQueue opened;

  Source(NotificationSource settings, SourceQueues queues) {
    this.settings = settings;
    this.queues = queues;
  }

  NotificationSource settings() {
    return settings;
  }

  /**
   * Asks SQS for the queue.
   *
   * @return whether it is there; if not, SQS is away
   * @throws UnusableException if SQS says that it cannot be read
   */
  boolean check() {
    try {
      queue();
      return true;
    } catch (UnusableException unusable) {
      if (!unusable.isAway()) {
        throw unusable;
      }
      return false;
    }
  }

  /**
   * The queue.
   *
   * @throws UnusableException if it cannot be read, or SQS is away
   */
  SourceQueue queue() {
    var known = opened;
    if (known == null) {
      known = queues.open(settings);
      opened = known;
    }
    return known;
  }

  /** How long SQS keeps a message of it. */
  Duration retention() {
    var known = opened;
    return known == null ? LONGEST_RETENTION : known.retention();
  }
}
