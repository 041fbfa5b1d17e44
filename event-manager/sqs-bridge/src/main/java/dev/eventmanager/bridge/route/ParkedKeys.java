package dev.eventmanager.bridge.route;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import dev.eventmanager.handling.ParkedEvent;
import dev.eventmanager.handling.ParkedEvents;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.message.EventMessageReader;
import dev.eventmanager.rabbit.topology.Topology;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

/**
 * Parked events of one queue whose ordering keys are remembered, so that later events of a key are
 * parked behind the first one instead of overtaking it; across restarts too, since the parked queue
 * itself tells the keys. Thread-safe.
 *
 * <p>Keys are read once: after the parked queue was emptied by hand the bridge is to be restarted.
 */
final class ParkedKeys implements ParkedEvents {

  private final ParkedEvents parkedEvents;
  private final Set<String> keys = ConcurrentHashMap.newKeySet();

  ParkedKeys(ParkedEvents parkedEvents) {
    this.parkedEvents = parkedEvents;
  }

  /** Reads the keys off the parked queue and leaves its messages there. */
  void read(String queue, BrokerConnections connections, EventMessageReader reader) {
    try (Channel channel = connections.consuming().createChannel()) {
      var parkedQueue = Topology.parkedQueue(queue);
      // Never acknowledged: with the channel's end the broker puts them all back in their places.
      for (var next = get(channel, parkedQueue); next != null; next = get(channel, parkedQueue)) {
        var event = reader.read(next.getEnvelope(), next.getProps(), next.getBody());
        keys.add(event.metadata().orderingKey());
      }
    } catch (IOException | TimeoutException e) {
      throw new IllegalStateException(
          "The events parked on %s cannot be read".formatted(Topology.parkedQueue(queue)), e);
    }
  }

  private static GetResponse get(Channel channel, String queue) throws IOException {
    return channel.basicGet(queue, false);
  }

  @Override
  public void park(ParkedEvent event) {
    parkedEvents.park(event);
    keys.add(event.event().metadata().orderingKey());
  }

  @Override
  public boolean holds(String queue, String orderingKey) {
    return keys.contains(orderingKey);
  }

  @Override
  public long count(String queue) {
    return parkedEvents.count(queue);
  }
}
