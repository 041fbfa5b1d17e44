package dev.eventmanager.testkit.probe;

import com.rabbitmq.client.Connection;
import dev.eventmanager.Event;
import dev.eventmanager.EventPublisher;
import dev.eventmanager.EventType;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.handling.CurrentEvent;
import dev.eventmanager.publishing.EncodingPublisher;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.publish.PublishSettings;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import dev.eventmanager.routing.Binding;
import dev.eventmanager.testkit.broker.VirtualHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

/**
 * A service that only tests have: it hears every declared event, whoever publishes it, and can
 * publish any. An event with twins in older versions it hears once. Thread-safe.
 *
 * <p>It listens from the moment it is made, on a queue of its own that goes with it. While it does,
 * no declared event is unroutable.
 *
 * <pre>{@code
 * Event<Order> submitted = probe.publish(OrderEvents.SUBMIT, order);
 * Event<Settlement> settled = probe.awaitCausedBy(submitted, BillingEvents.SETTLE);
 * }</pre>
 */
public final class EventProbe implements AutoCloseable {
  private static final String NAME = "test";

  private final ReceivedEvents received = new ReceivedEvents();
  private final Connection listening;
  private final CachingConnectionFactory publishing;
  private final RabbitTransport transport;
  private final ProbeQueue queue;
  private final EventPublisher publisher;

  private EventProbe(VirtualHost virtualHost, EventCatalogue catalogue)
      throws IOException, TimeoutException {
    EventCodec codec = new EventCodec(catalogue);
    listening = virtualHost.connectionFactory().newConnection("event probe");
    queue = ProbeQueue.listen(listening.createChannel(), catalogue, codec, received);
    publishing = new CachingConnectionFactory(virtualHost.connectionFactory());
    transport = RabbitTransport.open(new BrokerConnections(publishing), PublishSettings.standard());
    publisher = new EncodingPublisher(
        NAME, codec, transport, new CurrentEvent(), EventIds.uuidV7(), Clock.systemUTC());
  }

  /**
   * A probe that hears the events of every exchange in a catalogue; it declares these exchanges.
   *
   * @throws UncheckedIOException if the broker does not answer
   */
  public static EventProbe listen(VirtualHost virtualHost, EventCatalogue catalogue) {
    try {
      return new EventProbe(virtualHost, catalogue);
    } catch (IOException | TimeoutException e) {
      throw new UncheckedIOException(
          "no probe at " + virtualHost.uri().getPath(), new IOException(e));
    }
  }

  /** How long every wait may take from here on; 20 seconds if nothing is said. */
  public EventProbe within(Duration limit) {
    received.within(limit);
    return this;
  }

  /** Publishes as the service {@code test}; returns once the event is on every queue bound to it. */
  public <T> Event<T> publish(EventType<T> type, T payload) {
    return publisher.publish(type, payload);
  }

  /** Waits for the first event of a type, which may have come already. */
  public <T> Event<T> await(EventType<T> type) {
    return received.await(type);
  }

  /** Waits as {@link ReceivedEvents#await(EventType, Predicate)}. */
  public <T> Event<T> await(EventType<T> type, Predicate<? super Event<T>> condition) {
    return received.await(type, condition);
  }

  /** Waits as {@link ReceivedEvents#awaitCausedBy}. */
  public <T> Event<T> awaitCausedBy(Event<?> cause, EventType<T> type) {
    return received.awaitCausedBy(cause, type);
  }

  /**
   * Waits until everything that an event has caused has come to rest: the event itself and each of
   * its consequences have been handled on every queue bound to them, and no further consequence is
   * on its way.
   *
   * @param bindings of the queues that are expected to handle, as {@code Subscriptions.bindings()}
   *     tells them
   * @param handled has stood around their handlers
   * @param further whatever else must hold, such as an empty outbox
   * @return the consequences, in the order of their arrival
   * @throws AssertionError after the deadline, saying what is still to be handled
   */
  public List<Event<?>> awaitRest(
      Event<?> cause,
      Collection<Binding> bindings,
      HandledEvents handled,
      BooleanSupplier... further) {
    Rest rest = new Rest(cause, received, bindings, handled, List.of(further));
    received.awaitUntil(rest, () -> rest.isReached(queue::awaitWhatIsOnItsWay));
    return received.causedBy(cause);
  }

  /** What it has heard so far. */
  public ReceivedEvents received() {
    return received;
  }

  /** Stops listening; its queue goes with the connection. */
  @Override
  public void close() {
    transport.close();
    publishing.destroy();
    listening.abort();
  }
}
