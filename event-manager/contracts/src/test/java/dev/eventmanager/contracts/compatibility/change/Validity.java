package dev.eventmanager.contracts.compatibility.change;

import dev.eventmanager.contracts.schema.EventSchema;
import dev.eventmanager.contracts.schema.SchemaCheck;
import tools.jackson.databind.JsonNode;

/** What the validator says of an event that one schema's writer sends and another's reader gets. */
final class Validity {

  private final SchemaCheck writing;
  private final SchemaCheck ownReading;
  private final SchemaCheck reading;

  Validity(JsonNode writer, JsonNode reader) {
    EventSchema own = new EventSchema("writer", writer);
    this.writing = own.writing();
    this.ownReading = own.reading();
    this.reading = new EventSchema("reader", reader).reading();
  }

  /** Written strictly, and read by those of the same version. */
  boolean wasValid(JsonNode value) {
    return writing.violations(value).isEmpty() && ownReading.violations(value).isEmpty();
  }

  boolean isRead(JsonNode value) {
    return reading.violations(value).isEmpty();
  }
}
