package dev.eventmanager.local.journey;

import dev.eventmanager.local.journey.Sighting.Handled;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the services' structured logs, where each handled event leaves one line with its id and its queue. */
public final class HandlingLog {

    private final JsonMapper json = new JsonMapper();

    /** The handled event that a line tells of; empty for any other line. */
    public Optional<Handled> read(String line) {
        if (!line.startsWith("{") || !line.contains("\"eventId\"") || !line.contains("\"queue\"")) {
            return Optional.empty();
        }
        try {
            JsonNode entry = json.readTree(line);
            if (!entry.path("message").asString("").startsWith("handled")) {
                return Optional.empty();
            }
            return Optional.of(new Handled(
                    entry.path("eventId").asString(),
                    entry.path("queue").asString(),
                    Instant.parse(entry.path("@timestamp").asString())));
        } catch (RuntimeException otherLine) {
            return Optional.empty();
        }
    }
}
