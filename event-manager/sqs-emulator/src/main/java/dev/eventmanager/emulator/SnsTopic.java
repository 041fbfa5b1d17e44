package dev.eventmanager.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A topic: what it is set to, who subscribes, and what it published in the last five minutes. */
final class SnsTopic {

  private static final Duration MEMORY = Duration.ofMinutes(5);

  private final String arn;
  private final Map<String, String> attributes;
  private final List<SnsSubscription> subscriptions = new CopyOnWriteArrayList<>();
  private final Map<String, Instant> published = new HashMap<>();
  private long sequence = 0;

  SnsTopic(String arn, Map<String, String> attributes) {
    this.arn = arn;
    this.attributes = new HashMap<>(attributes);
    this.attributes.putIfAbsent("MaximumMessageSize", "262144");
  }

  String arn() {
    return arn;
  }

  Map<String, String> attributes() {
    return Map.copyOf(attributes);
  }

  int maximumMessageSize() {
    return Integer.parseInt(attributes.get("MaximumMessageSize"));
  }

  List<SnsSubscription> subscriptions() {
    return subscriptions;
  }

  /** Delivers to every subscriber that wants it, unless it did so within five minutes. */
  synchronized String publish(SnsMessage message, QueueDelivery delivery, Instant now) {
    published.values().removeIf(at -> !at.plus(MEMORY).isAfter(now));
    sequence++;
    if (published.putIfAbsent(message.deduplicationId(), now) == null) {
      subscriptions.stream()
          .filter(each -> each.wants(message))
          .forEach(each -> delivery.deliver(message, each));
    }
    return "1%019d".formatted(sequence);
  }
}
