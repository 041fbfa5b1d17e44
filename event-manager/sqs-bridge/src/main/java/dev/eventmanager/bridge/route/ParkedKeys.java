package dev.eventmanager.bridge.route;

import com.rabbitmq.client.Channel;
import dev.eventmanager.bridge.mirror.MirrorParking;
import dev.eventmanager.handling.ParkedEvent;
import dev.eventmanager.rabbit.topology.Topology;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

/**
 * The parked events of a route, with their ordering keys remembered: later events of a key are
 * parked behind the first one instead of overtaking it. The parked queue itself tells the keys, so
 * they are known after a restart, and to another instance. Thread-safe.
 */
final class ParkedKeys implements MirrorParking {

  private final Broker broker;
  private final String queue;
  private final Set<String> keys = ConcurrentHashMap.newKeySet();

  ParkedKeys(Broker broker, String queue) {
    this.broker = broker;
    this.queue = queue;
  }

  /**
   * Reads the keys off the parked queue and leaves its messages there; forgets those of events that
   * somebody took off it. To be called before the first event that somebody else may have handled.
   */
  void read() {
    keys.clear();
    var parkedQueue = Topology.parkedQueue(queue);
    try (Channel channel = broker.connections().consuming().createChannel()) {
      // Nothing is acknowledged: when the channel closes, the broker puts all back in its place.
      var next = channel.basicGet(parkedQueue, false);
      while (next != null) {
        var event = broker.reader().read(next.getEnvelope(), next.getProps(), next.getBody());
        keys.add(event.metadata().orderingKey());
        next = channel.basicGet(parkedQueue, false);
      }
    } catch (IOException | TimeoutException e) {
      throw new IllegalStateException(
          "The events parked on queue %s cannot be read".formatted(parkedQueue), e);
    }
  }

  @Override
  public void park(ParkedEvent event) {
    broker.parkedEvents().park(event);
    keys.add(event.event().metadata().orderingKey());
  }

  @Override
  public boolean holds(String orderingKey) {
    return keys.contains(orderingKey);
  }

  /** How many events are parked; asks the broker. */
  long count() {
    return broker.parkedEvents().count(queue);
  }
}
