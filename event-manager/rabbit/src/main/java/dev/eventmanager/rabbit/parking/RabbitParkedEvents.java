package dev.eventmanager.rabbit.parking;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.handling.ParkedEvent;
import dev.eventmanager.handling.ParkedEvents;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import dev.eventmanager.rabbit.topology.Topology;
import java.time.Duration;

/**
 * Parks on the durable queue {@code <queue>.parked}, which the topology has to declare.
 * Thread-safe.
 *
 * <p>For services without a database, and so with less than a database gives: later events of a key
 * are <em>not</em> held back behind a parked one, they are handled and overtake it; an event that
 * is parked again after a crash at the wrong moment stands there twice, under one id; and the
 * broker lists its messages in order of parking only.
 */
public final class RabbitParkedEvents implements ParkedEvents {

  private final ParkedQueues queues;
  private final RabbitTransport transport;

  public RabbitParkedEvents(BrokerConnections connections, RabbitTransport transport) {
    this.queues = new ParkedQueues(connections);
    this.transport = transport;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the queue did not confirm it
   */
  @Override
  public void park(ParkedEvent event) {
    String parkedQueue = Topology.parkedQueue(event.queue());
    PublishOutcome outcome = transport
        .sendToQueue(parkedQueue, event.event(), ParkedHeaders.of(event))
        .join();
    if (!outcome.isSafe()) {
      throw new IllegalStateException(
          "%s could not be parked on queue \"%s\": %s; it stays on queue \"%s\""
              .formatted(event.event(), parkedQueue, outcome, event.queue()));
    }
  }

  /** Without a database nobody remembers the key. */
  @Override
  public boolean holdsKeys() {
    return false;
  }

  @Override
  public boolean parkBehind(String queue, EncodedEvent event) {
    return false;
  }

  /** Never: nobody would try it from there. */
  @Override
  public boolean retryLater(ParkedEvent event, Duration delay) {
    return false;
  }

  /** How many events stand on the parked queue; costs a question to the broker. */
  @Override
  public long count(String queue) {
    return queues.count(queue);
  }
}
