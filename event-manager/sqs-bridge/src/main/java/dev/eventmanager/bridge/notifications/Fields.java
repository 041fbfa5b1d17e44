package dev.eventmanager.bridge.notifications;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Takes fields out of JSON, or says which one is missing. */
final class Fields {

  private Fields() {}

  static Optional<String> text(JsonNode of, String name) {
    return Optional.of(of.path(name).asString("")).filter(text -> !text.isEmpty());
  }

  static String required(JsonNode of, String name) {
    return text(of, name)
        .orElseThrow(() -> new UnreadableNotificationException("it has no %s".formatted(name)));
  }

  static Optional<Long> number(JsonNode of, String name) {
    return of.path(name).asLongOpt().stream().boxed().findFirst();
  }

  static Instant time(JsonNode of, String name) {
    var text = required(of, name);
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new UnreadableNotificationException("its %s is \"%s\", no time".formatted(name, text));
    }
  }
}
