package dev.eventmanager.contracts.asyncapi;

import dev.eventmanager.contracts.catalogue.ContractCatalogue;
import dev.eventmanager.contracts.catalogue.VersionContract;
import dev.eventmanager.contracts.service.QueueContract;
import dev.eventmanager.contracts.service.ServiceContract;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What each service sends, event by event, and receives, queue by queue. */
final class Operations {

  private static final int PERSISTENT = 2;

  private final ContractCatalogue catalogue;
  private final List<QueueContract> reached;

  Operations(ContractCatalogue catalogue, Channels channels) {
    this.catalogue = catalogue;
    this.reached = channels.queues();
  }

  ObjectNode json() {
    ObjectNode operations = JsonNodeFactory.instance.objectNode();
    for (ServiceContract service : catalogue.services()) {
      catalogue.versions().stream()
          .filter(version -> service.publishes().contains(version.key().toString()))
          .forEach(version ->
              operations.set(service.service() + ".send." + version.key(), send(service, version)));
      service.queues().stream()
          .filter(reached::contains)
          .forEach(queue -> operations.set(
              service.service() + ".receive." + queue.queue(), receive(service, queue)));
    }
    return operations;
  }

  private static ObjectNode send(ServiceContract service, VersionContract version) {
    String channel = Channels.ofExchange(version.key().exchange());
    ObjectNode operation = operation("send", channel, service, List.of(version))
        .put("summary", "%s publishes %s.".formatted(service.service(), version.key()));
    Amqp.bind(operation)
        .put("deliveryMode", PERSISTENT)
        .put("mandatory", true)
        .put("timestamp", true)
        .putArray("cc")
        .add(version.key().toString());
    return operation;
  }

  private ObjectNode receive(ServiceContract service, QueueContract queue) {
    List<VersionContract> events = catalogue.reaching(queue);
    ObjectNode operation = operation("receive", Channels.ofQueue(queue), service, events)
        .put("summary", "%s consumes %s.".formatted(service.service(), queue.queue()));
    Amqp.bind(operation).put("ack", true);
    return operation;
  }

  private static ObjectNode operation(
      String action, String channel, ServiceContract service, List<VersionContract> events) {
    ObjectNode operation = JsonNodeFactory.instance.objectNode().put("action", action);
    operation.putObject("channel").put("$ref", "#/channels/" + channel);
    operation.putArray("tags").addObject().put("name", service.service());
    ArrayNode messages = operation.putArray("messages");
    events.forEach(version -> messages.addObject().put("$ref", Channels.message(channel, version)));
    return operation;
  }
}
