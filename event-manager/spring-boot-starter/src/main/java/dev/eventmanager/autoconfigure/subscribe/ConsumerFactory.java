package dev.eventmanager.autoconfigure.subscribe;

import dev.eventmanager.autoconfigure.EventManagerProperties;
import dev.eventmanager.handling.DeliveryProcessor;
import dev.eventmanager.handling.Subscriptions;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.consume.ConsumerSettings;
import dev.eventmanager.rabbit.consume.QueueConsumer;
import dev.eventmanager.rabbit.message.EventMessageReader;
import dev.eventmanager.rabbit.topology.TopologyDeclarer;
import java.util.List;
import java.util.function.Function;

/** Makes a consumer for each queue of a service. */
final class ConsumerFactory {

  private final BrokerConnections connections;
  private final EventMessageReader reader;
  private final Function<Subscriptions, DeliveryProcessor> processor;
  private final ConsumerSettings settings;

  ConsumerFactory(
      BrokerConnections connections,
      EventMessageReader reader,
      Function<Subscriptions, DeliveryProcessor> processor,
      EventManagerProperties.Consumer properties) {
    this.connections = connections;
    this.reader = reader;
    this.processor = processor;
    this.settings = new ConsumerSettings.Builder()
        .prefetch(properties.prefetch())
        .drainTimeout(properties.shutdownTimeout())
        .build();
  }

  List<QueueConsumer> consumers(Subscriptions subscriptions, TopologyDeclarer topology) {
    DeliveryProcessor handling = processor.apply(subscriptions);
    return subscriptions.queues().stream()
        .map(queue -> new QueueConsumer(queue, connections, topology, reader, handling, settings))
        .toList();
  }
}
