package dev.eventmanager.contracts.asyncapi;

import dev.eventmanager.contracts.catalogue.ContractCatalogue;
import dev.eventmanager.contracts.catalogue.VersionContract;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a catalogue as AsyncAPI 3.0: exchanges and queues are channels, what a service publishes
 * and consumes are its operations, each version of an event is a message. Immutable and
 * thread-safe.
 */
public final class AsyncApiDocument {

  private static final String ABOUT =
      "Every event carries its own version in its routing key; this document has no other.";

  private final ContractCatalogue catalogue;

  public AsyncApiDocument(ContractCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The document, a tree of its own. */
  public ObjectNode json() {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("asyncapi", "3.0.0");
    document
        .putObject("info")
        .put("title", catalogue.title())
        .put("version", "1.0.0")
        .put("description", ABOUT);
    document.put("defaultContentType", "application/json");
    Channels channels = new Channels(catalogue);
    document.set("channels", channels.json());
    document.set("operations", new Operations(catalogue, channels).json());
    ObjectNode components = document.putObject("components");
    ObjectNode messages = components.putObject("messages");
    ObjectNode schemas = components.putObject("schemas");
    schemas.set(MessageHeaders.NAME, MessageHeaders.schema());
    for (VersionContract version : catalogue.versions()) {
      messages.set(version.key().toString(), Message.of(version));
      schemas.set(version.key().toString(), PayloadSchema.of(version));
    }
    return document;
  }
}
