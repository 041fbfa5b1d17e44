package dev.eventmanager.bridge.notifications;

import dev.eventmanager.bridge.settings.UnusableSettingsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What there is to set of S3 notifications.
 *
 * @param notifications Where they are taken from.
 */
@ConfigurationProperties("bridge")
record NotificationsProperties(@DefaultValue List<SourceProperties> notifications) {

  /**
   * Where S3 notifications are taken from.
   *
   * @param from Name of a standard SQS queue that S3 notifies.
   * @param settle How long a notification waits for earlier ones of its object.
   */
  record SourceProperties(
      @Nullable String from, @DefaultValue("2s") Duration settle) {}

  /**
   * The sources.
   *
   * @throws UnusableSettingsException with every problem
   */
  List<NotificationSource> sources() {
    var problems = new ArrayList<String>();
    var sources = new ArrayList<NotificationSource>();
    for (int i = 0; i < notifications.size(); i++) {
      sources.add(source("bridge.notifications[%d]".formatted(i), notifications.get(i), problems));
    }
    if (!problems.isEmpty()) {
      throw new UnusableSettingsException(problems);
    }
    return sources;
  }

  private static NotificationSource source(
      String name, SourceProperties source, List<String> problems) {
    var from = source.from() == null ? "" : source.from();
    if (from.isBlank()) {
      problems.add(
          "%s.from is missing: name a standard SQS queue, such as uploads".formatted(name));
    }
    if (source.settle().isNegative()) {
      problems.add("%s.settle is %s: it cannot be negative".formatted(name, source.settle()));
    }
    return new NotificationSource(from, source.settle());
  }
}
