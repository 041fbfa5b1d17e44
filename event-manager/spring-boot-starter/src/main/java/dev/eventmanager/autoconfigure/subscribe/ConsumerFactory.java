package dev.eventmanager.autoconfigure.subscribe;

import dev.eventmanager.autoconfigure.EventManagerProperties;
import dev.eventmanager.handling.Attempts;
import dev.eventmanager.handling.DeliveryProcessor;
import dev.eventmanager.handling.Subscriptions;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.consume.ConsumerSettings;
import dev.eventmanager.rabbit.consume.QueueConsumers;
import dev.eventmanager.rabbit.message.EventMessageReader;
import dev.eventmanager.rabbit.topology.TopologyDeclarer;
import java.util.List;
import java.util.function.Function;

/** Makes a consumer for each queue of a service. */
final class ConsumerFactory {

  private final BrokerConnections connections;
  private final EventMessageReader reader;
  private final Function<Subscriptions, Attempts> attempts;
  private final Function<Attempts, DeliveryProcessor> processor;
  private final ConsumerSettings settings;

  ConsumerFactory(
      BrokerConnections connections,
      EventMessageReader reader,
      Function<Subscriptions, Attempts> attempts,
      Function<Attempts, DeliveryProcessor> processor,
      EventManagerProperties.Consumer properties) {
    this.connections = connections;
    this.reader = reader;
    this.attempts = attempts;
    this.processor = processor;
    this.settings = new ConsumerSettings.Builder()
        .prefetch(properties.prefetch())
        .drainTimeout(properties.shutdownTimeout())
        .build();
  }

  /** What calls the handlers, of the consumers and of whoever else has events for them. */
  Attempts attempts(Subscriptions subscriptions) {
    return attempts.apply(subscriptions);
  }

  /** What takes the deliveries of any queue to these. */
  DeliveryProcessor processor(Attempts attempts) {
    return processor.apply(attempts);
  }

  List<QueueConsumers> consumers(
      Subscriptions subscriptions, TopologyDeclarer topology, DeliveryProcessor handling) {
    return subscriptions.queues().stream()
        .map(queue -> new QueueConsumers(queue, connections, topology, reader, handling, settings))
        .toList();
  }
}
