package dev.eventmanager.testkit;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import dev.eventmanager.testkit.broker.VirtualHost;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Asks a topic exchange: a queue for each pattern, a message for each key, then a look inside. */
final class RoutedByBroker {
  private static final long CONFIRM_MILLIS = 60_000;

  private RoutedByBroker() {}

  /** The keys that the broker routed, by pattern. */
  static Map<String, Set<String>> of(
      VirtualHost virtualHost, List<String> patterns, List<String> keys) throws Exception {
    try (Connection connection = virtualHost.connectionFactory().newConnection();
        Channel channel = connection.createChannel()) {
      String exchange = virtualHost.freshName("topics");
      channel.exchangeDeclare(exchange, BuiltinExchangeType.TOPIC);
      Map<String, String> queues = bind(channel, exchange, patterns);
      publish(channel, exchange, keys);
      return drain(channel, queues);
    }
  }

  private static Map<String, String> bind(Channel channel, String exchange, List<String> patterns)
      throws Exception {
    Map<String, String> queues = new HashMap<>();
    for (String pattern : patterns) {
      String queue = channel.queueDeclare().getQueue();
      channel.queueBind(queue, exchange, pattern);
      queues.put(pattern, queue);
    }
    return queues;
  }

  /** Once a message is confirmed, it is on every queue that it was routed to. */
  private static void publish(Channel channel, String exchange, List<String> keys)
      throws Exception {
    channel.confirmSelect();
    for (String key : keys) {
      channel.basicPublish(exchange, key, null, key.getBytes(StandardCharsets.UTF_8));
    }
    channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
  }

  private static Map<String, Set<String>> drain(Channel channel, Map<String, String> queues)
      throws Exception {
    Map<String, Set<String>> routed = new TreeMap<>();
    for (Map.Entry<String, String> queue : queues.entrySet()) {
      Set<String> keys = new TreeSet<>();
      for (GetResponse message = channel.basicGet(queue.getValue(), true);
          message != null;
          message = channel.basicGet(queue.getValue(), true)) {
        keys.add(new String(message.getBody(), StandardCharsets.UTF_8));
      }
      routed.put(queue.getKey(), keys);
    }
    return routed;
  }
}
