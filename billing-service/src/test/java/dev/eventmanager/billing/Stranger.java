package dev.eventmanager.billing;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DeliverCallback;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A client that knows AMQP and JSON and nothing of us: publishes bare messages, reads what we publish. */
final class Stranger implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .build();

  private final Connection connection;
  private final Channel channel;
  private final List<Message> heard = new CopyOnWriteArrayList<>();

  Stranger(ConnectionFactory broker) throws IOException, TimeoutException {
    connection = broker.newConnection();
    channel = connection.createChannel();
    String queue = channel.queueDeclare().getQueue();
    channel.queueBind(queue, "billing", "#");
    DeliverCallback listener = (tag, message) ->
        heard.add(Message.of(message.getEnvelope().getRoutingKey(), message.getBody()));
    channel.basicConsume(queue, true, listener, tag -> {});
  }

  /** Publishes a body to an exchange that bears the routing key's first word; no property, no header. */
  void publish(String routingKey, String body) throws IOException {
    publish(routingKey, body, null);
  }

  void publish(String routingKey, String body, String messageId) throws IOException {
    BasicProperties properties =
        new BasicProperties.Builder().messageId(messageId).build();
    String exchange = routingKey.substring(0, routingKey.indexOf('.'));
    channel.basicPublish(exchange, routingKey, properties, body.getBytes(StandardCharsets.UTF_8));
  }

  /** What was heard about an order, oldest first, such as {@code billing.v1.decline {orderId=1, reason=…}}. */
  List<String> heardOf(int orderId) {
    return heard.stream()
        .filter(message -> Integer.valueOf(orderId).equals(message.body().get("orderId")))
        .map(message -> message.routingKey() + " " + message.body())
        .toList();
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }

  /** A message, the fields of its body sorted by name. */
  private record Message(String routingKey, SortedMap<String, Object> body) {

    static Message of(String routingKey, byte[] body) {
      return new Message(
          routingKey, JSON.readValue(body, new TypeReference<TreeMap<String, Object>>() {}));
    }
  }
}
