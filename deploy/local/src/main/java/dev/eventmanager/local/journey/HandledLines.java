package dev.eventmanager.local.journey;

import dev.eventmanager.local.journey.Sighting.Handled;
import dev.eventmanager.local.journey.Sighting.Subject;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the services' structured logs, where each handled event leaves one line at level DEBUG. */
public final class HandledLines {

  /** The level to set for the lines to be there, as an environment variable of Spring Boot. */
  public static final String LEVEL_VARIABLE =
      "LOGGING_LEVEL_DEV_EVENTMANAGER_AUTOCONFIGURE_OBSERVE";

  private final JsonMapper json = new JsonMapper();

  /** The handled event that a line tells of; empty for any other line. */
  public Optional<Handled> read(String line) {
    if (!line.startsWith("{") || !line.contains("\"handled ")) {
      return Optional.empty();
    }
    try {
      JsonNode entry = json.readTree(line);
      return Optional.of(new Handled(
          entry.path("eventId").asString(),
          new Subject(
              entry.path("routingKey").asString(), entry.path("orderingKey").asString()),
          entry.path("queue").asString(),
          Instant.parse(entry.path("@timestamp").asString())));
    } catch (RuntimeException otherLine) {
      return Optional.empty();
    }
  }
}
