package dev.eventmanager.testkit.contract;

import dev.eventmanager.EventPublisher;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.handling.Attempts;
import dev.eventmanager.handling.CurrentEvent;
import dev.eventmanager.handling.DeliveryProcessor;
import dev.eventmanager.handling.EventDispatcher;
import dev.eventmanager.handling.EventHandler;
import dev.eventmanager.handling.FailureClassifier;
import dev.eventmanager.handling.HandlerThreads;
import dev.eventmanager.handling.ParkedEvents;
import dev.eventmanager.handling.Pauses;
import dev.eventmanager.handling.RetryPolicy;
import dev.eventmanager.handling.RetryingProcessor;
import dev.eventmanager.handling.Subscription;
import dev.eventmanager.handling.Subscriptions;
import dev.eventmanager.handling.TwinsInMemory;
import dev.eventmanager.publishing.EncodingPublisher;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.rabbit.connection.BackOff;
import dev.eventmanager.rabbit.consume.ConsumerSettings;
import dev.eventmanager.rabbit.consume.QueueConsumers;
import dev.eventmanager.rabbit.message.EventMessageReader;
import dev.eventmanager.rabbit.parking.RabbitParkedEvents;
import dev.eventmanager.rabbit.publish.PublishSettings;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import dev.eventmanager.rabbit.topology.Topology;
import dev.eventmanager.rabbit.topology.TopologyDeclarer;
import dev.eventmanager.routing.Binding;
import dev.eventmanager.routing.BindingKey;
import dev.eventmanager.testkit.broker.VirtualHost;
import dev.eventmanager.testkit.fault.CuttableProxy;
import dev.eventmanager.testkit.probe.HandledEvents;
import dev.eventmanager.testkit.probe.ReceivedEvents;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A service on the bus, wired for one test: what it handles is said first, then it is started. Its
 * exchange and queues are its own. Not thread-safe, but for publishing.
 */
public final class ContractBus implements AutoCloseable {
  static final int MAX_ATTEMPTS = 3;
  private static final int CONCURRENCY = 32;
  private static final Duration HANDLER_TIMEOUT = Duration.ofMinutes(5);
  static final int MAX_BODY_BYTES = 64 * 1024;
  private static final RetryPolicy RETRY_POLICY =
      new RetryPolicy(MAX_ATTEMPTS, MAX_ATTEMPTS, Duration.ofMillis(1), 1, Duration.ofMillis(1));

  private static final BackOff BACK_OFF =
      new BackOff(Duration.ofMillis(20), Duration.ofMillis(200));

  final GameEvents events;
  final ParkedInMemory parked = new ParkedInMemory();
  final HandledEvents handled = new HandledEvents();
  private final VirtualHost virtualHost;
  private final Wire publishingWire;
  private final Wire consumingWire;
  private final CurrentEvent currentEvent = new CurrentEvent();
  private final List<Subscription> subscriptions = new ArrayList<>();
  private final Map<String, Integer> partitions = new HashMap<>();
  private final List<QueueConsumers> consumers = new ArrayList<>();
  private final HandlerThreads threads = HandlerThreads.platform(CONCURRENCY);
  private @Nullable RabbitTransport transport;
  private final PublishSettings.Builder publishSettings =
      new PublishSettings.Builder().backOff(BACK_OFF);
  private final ConsumerSettings.Builder consumerSettings =
      new ConsumerSettings.Builder().backOff(BACK_OFF);
  private boolean parksOnQueue = false;

  private ContractBus(VirtualHost virtualHost, GameEvents events) {
    this.virtualHost = virtualHost;
    this.events = events;
    this.publishingWire = new Wire(virtualHost);
    this.consumingWire = new Wire(virtualHost);
  }

  /** A bus that is not started yet. */
  public static ContractBus on(VirtualHost virtualHost) {
    return new ContractBus(virtualHost, new GameEvents(virtualHost.freshName("game")));
  }

  /** A further instance of the same service, which says again what it handles. */
  ContractBus anotherInstance() {
    return new ContractBus(virtualHost, events);
  }

  String newQueue(String purpose) {
    return virtualHost.freshName(purpose);
  }

  /** Events of this pattern on this queue go to a handler. */
  ContractBus handling(String queue, String pattern, EventHandler handler) {
    subscriptions.add(new Subscription(
        queue, BindingKey.of(pattern), Object.class, "handler of " + pattern, handler));
    return this;
  }

  /** Moves, on a queue of their own, go to a handler. */
  String handlingMoves(EventHandler handler) {
    String queue = newQueue("moves");
    handling(queue, events.on("*.move"), handler);
    return queue;
  }

  /** Moves, on a queue of their own, are recorded. */
  ReceivedEvents recordingMoves() {
    ReceivedEvents moves = new ReceivedEvents();
    handlingMoves(moves);
    return moves;
  }

  /** Changes how it publishes. */
  ContractBus publishing(Consumer<PublishSettings.Builder> change) {
    change.accept(publishSettings);
    return this;
  }

  /** Changes how it consumes. */
  ContractBus consuming(Consumer<ConsumerSettings.Builder> change) {
    change.accept(consumerSettings);
    return this;
  }

  /** Has a queue in partitions. */
  ContractBus partitioned(String queue, int number) {
    partitions.put(queue, number);
    return this;
  }

  /** Parks on the queue {@code <queue>.parked} instead of in memory. */
  ContractBus parkingOnQueue() {
    parksOnQueue = true;
    return this;
  }

  /** What stands between the publisher and the broker. */
  CuttableProxy cuttablePublishing() {
    return publishingWire.throughProxy();
  }

  /** What stands between the consumers and the broker. */
  CuttableProxy cuttableConsuming() {
    return consumingWire.throughProxy();
  }

  /** Declares everything, connects, and begins to handle. */
  ContractBus start() {
    Subscriptions all = subscriptions();
    TopologyDeclarer topology = new TopologyDeclarer(consumingWire.connections(), topology(all));
    topology.declare();
    transport = RabbitTransport.open(publishingWire.connections(), publishSettings.build());
    DeliveryProcessor processor = processor(all, transport);
    all.queues()
        .forEach(queue -> consumers.add(consumer(queue, topology, processor).start()));
    return this;
  }

  List<Binding> bindings() {
    return subscriptions().bindings();
  }

  RabbitTransport transport() {
    return Objects.requireNonNull(transport, "start() comes first");
  }

  EventPublisher publisher() {
    return new EncodingPublisher(
        "chess", codec(), transport(), currentEvent, EventIds.uuidV7(), Clock.systemUTC());
  }

  /** Stops handling as a service does that shuts down; publishing goes on. */
  void stopConsuming() {
    consumers.forEach(QueueConsumers::close);
  }

  @Override
  public void close() {
    stopConsuming();
    if (transport != null) {
      transport.close();
    }
    threads.close();
    publishingWire.close();
    consumingWire.close();
  }

  private Subscriptions subscriptions() {
    return Subscriptions.of(events.catalogue, subscriptions);
  }

  private Topology topology(Subscriptions all) {
    Topology.Builder topology =
        Topology.builder().exchange(events.exchange.name()).bindings(all.bindings());
    partitions.forEach(topology::partitions);
    return topology.build();
  }

  private DeliveryProcessor processor(Subscriptions all, RabbitTransport parkingTransport) {
    ParkedEvents parking = parksOnQueue
        ? new RabbitParkedEvents(consumingWire.connections(), parkingTransport)
        : parked;
    EventDispatcher dispatcher = new EventDispatcher(
        all, codec(), List.of(new TwinsInMemory(), handled), currentEvent, skipped -> {});
    FailureClassifier classifier = FailureClassifier.standard();
    Pauses pauses = new Pauses(classifier, threads);
    Attempts attempts = new Attempts(dispatcher, classifier, pauses, threads, HANDLER_TIMEOUT);
    return new RetryingProcessor(
        attempts, RETRY_POLICY, parking, pauses, threads, Clock.systemUTC());
  }

  private QueueConsumers consumer(
      String queue, TopologyDeclarer topology, DeliveryProcessor processor) {
    EventMessageReader reader =
        new EventMessageReader(codec(), EventIds.uuidV7(), Clock.systemUTC(), derived -> {});
    return new QueueConsumers(
        queue, consumingWire.connections(), topology, reader, processor, consumerSettings.build());
  }

  private EventCodec codec() {
    return new EventCodec(events.catalogue, MAX_BODY_BYTES);
  }
}
