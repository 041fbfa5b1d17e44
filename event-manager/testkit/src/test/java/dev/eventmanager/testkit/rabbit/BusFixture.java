package dev.eventmanager.testkit.rabbit;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.EventMetadata;
import dev.eventmanager.PublishOutcome;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.handling.DeliveryProcessor;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.rabbit.connection.BackOff;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.consume.ConsumerSettings;
import dev.eventmanager.rabbit.consume.QueueConsumers;
import dev.eventmanager.rabbit.message.EventMessageReader;
import dev.eventmanager.rabbit.publish.PublishSettings;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import dev.eventmanager.rabbit.topology.Topology;
import dev.eventmanager.rabbit.topology.TopologyDeclarer;
import dev.eventmanager.routing.Binding;
import dev.eventmanager.routing.BindingKey;
import dev.eventmanager.testkit.broker.VirtualHost;
import dev.eventmanager.testkit.fault.CuttableProxy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

/**
 * One exchange and one queue of fresh names, with transports and consumers that reach the broker by
 * a network that can be cut, and a plain client that reaches it directly.
 */
final class BusFixture implements AutoCloseable {

  private static final Duration DEADLINE = Duration.ofSeconds(60);
  static final BackOff QUICK = new BackOff(Duration.ofMillis(50), Duration.ofMillis(200));

  final CuttableProxy network;
  final BrokerConnections connections;
  final TopologyDeclarer topology;
  final Channel plain;
  final String exchange;
  final String queue;
  private final EventIds ids = EventIds.uuidV7();
  private final Deque<AutoCloseable> toClose = new ArrayDeque<>();

  BusFixture(VirtualHost virtualHost) throws Exception {
    this(virtualHost, client -> {});
  }

  /** With a client of other settings on the way that can be cut. */
  BusFixture(VirtualHost virtualHost, Consumer<ConnectionFactory> settings) throws Exception {
    exchange = virtualHost.freshName("order");
    queue = virtualHost.freshName("billing");
    Connection direct = virtualHost.connectionFactory().newConnection();
    toClose.push(direct::abort); // a test may have left it closed
    plain = direct.createChannel();
    ConnectionFactory factory = virtualHost.connectionFactory();
    network = CuttableProxy.to(factory.getHost(), factory.getPort());
    factory.setHost("localhost");
    factory.setPort(network.port());
    settings.accept(factory);
    CachingConnectionFactory caching = new CachingConnectionFactory(factory);
    toClose.push(network);
    toClose.push(caching::destroy);
    connections = new BrokerConnections(caching);
    topology = new TopologyDeclarer(connections, topologyOf());
    topology.declare();
  }

  /** Waits long enough for a slow machine; a test that passes never does. */
  static ConditionFactory await() {
    return Awaitility.await().atMost(DEADLINE).pollInterval(Duration.ofMillis(10));
  }

  private Topology topologyOf() {
    return Topology.builder()
        .binding(new Binding(exchange, BindingKey.of("order.#"), queue))
        .build();
  }

  PublishSettings.Builder publishSettings() {
    return new PublishSettings.Builder().backOff(QUICK);
  }

  RabbitTransport transport() {
    return transport(publishSettings().build());
  }

  RabbitTransport transport(PublishSettings settings) {
    RabbitTransport transport = RabbitTransport.open(connections, settings);
    toClose.push(transport);
    return transport;
  }

  ConsumerSettings.Builder consumerSettings() {
    return new ConsumerSettings.Builder().backOff(QUICK);
  }

  QueueConsumers consumer(DeliveryProcessor processor) {
    return consumer(processor, consumerSettings().build());
  }

  QueueConsumers consumer(DeliveryProcessor processor, ConsumerSettings settings) {
    EventMessageReader reader = new EventMessageReader(
        new EventCodec(EventCatalogue.of()), ids, Clock.systemUTC(), part -> {});
    QueueConsumers consumer =
        new QueueConsumers(queue, connections, topology, reader, processor, settings).start();
    toClose.push(consumer);
    return consumer;
  }

  /** An event whose body is its number, so that order can be told on the other side. */
  EncodedEvent event(String key, int number) {
    return event(key, number, exchange, "order.v1.submit");
  }

  EncodedEvent event(String key, int number, String toExchange, String routingKey) {
    EventMetadata metadata = new EventMetadata.Builder()
        .id(ids.next())
        .exchange(toExchange)
        .routingKey(routingKey)
        .source("test")
        .time(Instant.now())
        .orderingKey(key)
        .build();
    return new EncodedEvent(metadata, Integer.toString(number).getBytes(StandardCharsets.UTF_8));
  }

  static int number(EncodedEvent event) {
    return Integer.parseInt(new String(event.body(), StandardCharsets.UTF_8));
  }

  /** Sends that many events, taking turns among the keys, and waits for every outcome. */
  void fill(int events, int keys) {
    RabbitTransport transport = transport();
    List<CompletableFuture<PublishOutcome>> outcomes = new ArrayList<>();
    for (int number = 0; number < events; number++) {
      outcomes.add(transport.send(event("key-" + number % keys, number)));
    }
    outcomes.forEach(CompletableFuture::join);
  }

  /** Takes that many different bodies off the queue, directly, in order of first appearance. */
  Set<String> take(int different) throws IOException {
    Set<String> bodies = Collections.synchronizedSet(new LinkedHashSet<>());
    plain.basicConsume(
        queue,
        true,
        (tag, delivery) -> bodies.add(new String(delivery.getBody(), StandardCharsets.UTF_8)),
        tag -> {});
    await().until(() -> bodies.size() >= different);
    return bodies;
  }

  long waiting() throws IOException {
    return plain.messageCount(queue);
  }

  @Override
  public void close() throws Exception {
    network.heal();
    network.releaseAnswers();
    while (!toClose.isEmpty()) {
      toClose.pop().close();
    }
  }
}
