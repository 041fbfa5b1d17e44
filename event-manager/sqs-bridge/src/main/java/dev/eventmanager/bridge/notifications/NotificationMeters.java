package dev.eventmanager.bridge.notifications;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.LongSupplier;

/** What is counted of all notifications of a process. */
final class NotificationMeters {

  private final MeterRegistry registry;
  private final Counter inTime;
  private final Counter late;

  NotificationMeters(MeterRegistry registry) {
    this.registry = registry;
    this.inTime = released("false");
    this.late = released("true");
  }

  private Counter released(String isLate) {
    return Counter.builder("bridge.notifications.released")
        .description("Notifications that became events; late where a newer one had gone before")
        .tag("late", isLate)
        .register(registry);
  }

  void released(boolean isLate) {
    (isLate ? late : inTime).increment();
  }

  void received(String queue, int fresh, int copies) {
    count(queue, "received", "Notifications that came for the first time").increment(fresh);
    count(queue, "duplicates", "Copies of notifications that had come before").increment(copies);
  }

  void unreadable(String queue) {
    count(queue, "unreadable", "Messages left in the queue, for they are no notification of S3")
        .increment();
  }

  void gaugeWaiting(LongSupplier waiting) {
    Gauge.builder("bridge.notifications.waiting", waiting::getAsLong)
        .description("Notifications that wait for earlier ones of their object")
        .register(registry);
  }

  private Counter count(String queue, String name, String description) {
    return Counter.builder("bridge.notifications." + name)
        .description(description)
        .tag("queue", queue)
        .register(registry);
  }
}
