package dev.eventmanager.contracts.catalogue;

import dev.eventmanager.EventType;
import dev.eventmanager.contracts.schema.EventSchema;
import dev.eventmanager.routing.RoutingKey;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What one version of an event promises.
 *
 * @param schema what its payloads look like
 * @param sample a payload as it goes on the wire
 * @param orderingKey the sample's; empty if the events have no order among them
 */
public record VersionContract(
    EventType<?> event,
    int version,
    EventSchema schema,
    JsonNode sample,
    Optional<String> orderingKey) {

  /** The routing key of this version. */
  public RoutingKey key() {
    return event.routingKey(version);
  }

  /** What the version means: the event's words, or those about an older payload's type. */
  public String description() {
    return schema.json().path("description").asString("");
  }
}
