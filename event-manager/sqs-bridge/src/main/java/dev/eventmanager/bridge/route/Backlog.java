package dev.eventmanager.bridge.route;

import com.rabbitmq.client.Channel;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;

/** How many events wait in queues for somebody to take them, as the broker says. */
final class Backlog {

  private Backlog() {}

  /** Empty where the broker does not say. */
  static OptionalLong of(BrokerConnections connections, List<String> queues) {
    try (Channel channel = connections.consuming().createChannel()) {
      var waiting = 0L;
      for (var queue : queues) {
        waiting += channel.messageCount(queue);
      }
      return OptionalLong.of(waiting);
    } catch (IOException | TimeoutException | RuntimeException away) {
      return OptionalLong.empty();
    }
  }
}
