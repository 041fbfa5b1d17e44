package dev.eventmanager.contracts.asyncapi;

import dev.eventmanager.contracts.catalogue.ContractCatalogue;
import dev.eventmanager.contracts.catalogue.VersionContract;
import dev.eventmanager.contracts.service.QueueContract;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The exchanges that are published to and the queues that are consumed from. */
final class Channels {

  private final ContractCatalogue catalogue;

  Channels(ContractCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  ObjectNode json() {
    ObjectNode channels = JsonNodeFactory.instance.objectNode();
    exchanges().forEach(exchange -> channels.set(ofExchange(exchange), exchange(exchange)));
    queues().forEach(queue -> channels.set(ofQueue(queue), queue(queue)));
    return channels;
  }

  static String ofExchange(String exchange) {
    return "exchange." + exchange;
  }

  static String ofQueue(QueueContract queue) {
    return "queue." + queue.queue();
  }

  /** Where a channel holds the message of a version. */
  static String message(String channel, VersionContract version) {
    return "#/channels/%s/messages/%s".formatted(channel, version.key());
  }

  /** Those queues that some declared event reaches. */
  List<QueueContract> queues() {
    return catalogue.services().stream()
        .flatMap(service -> service.queues().stream())
        .filter(queue -> !catalogue.reaching(queue).isEmpty())
        .sorted(Comparator.comparing(QueueContract::queue))
        .toList();
  }

  private Set<String> exchanges() {
    Set<String> exchanges = new LinkedHashSet<>();
    catalogue.versions().forEach(version -> exchanges.add(version.key().exchange()));
    return exchanges;
  }

  private ObjectNode exchange(String name) {
    ObjectNode channel = JsonNodeFactory.instance
        .objectNode()
        .put("address", name + ".v{version}.{event}")
        .put(
            "description",
            "The topic exchange \"%s\"; its address is a routing key.".formatted(name));
    List<VersionContract> events = catalogue.versions().stream()
        .filter(version -> version.key().exchange().equals(name))
        .toList();
    ObjectNode parameters = channel.putObject("parameters");
    parameters.putObject("version").put("description", "The version of the event.");
    ArrayNode names =
        parameters.putObject("event").put("description", "The event.").putArray("enum");
    events.stream().map(each -> each.key().event()).distinct().forEach(names::add);
    putMessages(channel, events);
    Amqp.bind(channel)
        .put("is", "routingKey")
        .putObject("exchange")
        .put("name", name)
        .put("type", "topic")
        .put("durable", true)
        .put("autoDelete", false);
    return channel;
  }

  private ObjectNode queue(QueueContract queue) {
    ObjectNode channel = JsonNodeFactory.instance.objectNode().put("address", queue.queue());
    List<VersionContract> events = catalogue.reaching(queue);
    putMessages(channel, events);
    Amqp.bind(channel)
        .put("is", "queue")
        .putObject("queue")
        .put("name", queue.queue())
        .put("durable", true)
        .put("exclusive", false)
        .put("autoDelete", false);
    ArrayNode bindings = channel.putArray("x-binding-keys");
    queue
        .bindingKeys()
        .forEach(pattern -> events.stream()
            .filter(version -> pattern.matches(version.key()))
            .map(version -> version.key().exchange())
            .distinct()
            .forEach(exchange ->
                bindings.addObject().put("exchange", exchange).put("pattern", pattern.pattern())));
    return channel;
  }

  private static void putMessages(ObjectNode channel, List<VersionContract> events) {
    ObjectNode messages = channel.putObject("messages");
    events.forEach(version -> messages
        .putObject(version.key().toString())
        .put("$ref", "#/components/messages/" + version.key()));
  }
}
