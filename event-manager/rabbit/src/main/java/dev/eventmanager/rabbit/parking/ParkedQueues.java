package dev.eventmanager.rabbit.parking;

import com.rabbitmq.client.Channel;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.topology.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeoutException;

/**
 * What stands on the queues {@code <queue>.parked}: what a service without a database has parked,
 * and of any service what RabbitMQ has given up on. Thread-safe.
 */
public final class ParkedQueues {

  private final BrokerConnections connections;

  public ParkedQueues(BrokerConnections connections) {
    this.connections = connections;
  }

  /**
   * How many events stand on the parked queue of a queue; costs a question to the broker.
   *
   * @throws UncheckedIOException if it could not be asked
   */
  public long count(String queue) {
    String parkedQueue = Topology.parkedQueue(queue);
    try (Channel channel = connections.consuming().createChannel()) {
      return channel.messageCount(parkedQueue);
    } catch (IOException | TimeoutException failure) {
      throw new UncheckedIOException(
          "queue \"%s\" could not be counted; was it declared?".formatted(parkedQueue),
          failure instanceof IOException io ? io : new IOException(failure));
    }
  }
}
