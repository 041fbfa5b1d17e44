package dev.eventmanager.local.journey;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import dev.eventmanager.local.journey.Sighting.Published;
import dev.eventmanager.local.journey.Sighting.Subject;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A queue of its own that gets a copy of whatever is published on the given exchanges. It is read
 * with nothing but the AMQP client, as any program that has never heard of this library could do
 * it.
 */
public final class Wiretap {

  private final Clock clock;
  private final Consumer<? super Sighting> sightings;
  private final OrderInBody orders = new OrderInBody();

  public Wiretap(Clock clock, Consumer<? super Sighting> sightings) {
    this.clock = clock;
    this.sightings = sightings;
  }

  /** Listens until the connection is closed; the exchanges must stand. */
  public void listen(Connection connection, Collection<String> exchanges) throws IOException {
    Channel channel = connection.createChannel();
    String queue = channel.queueDeclare().getQueue();
    for (String exchange : exchanges) {
      channel.queueBind(queue, exchange, "#");
    }
    channel.basicConsume(
        queue, true, (tag, message) -> sightings.accept(published(message)), tag -> {});
  }

  private Published published(Delivery message) {
    AMQP.BasicProperties properties = message.getProperties();
    Map<String, Object> headers =
        properties.getHeaders() == null ? Map.of() : properties.getHeaders();
    Object time = headers.get("cloudEvents:time");
    Object order = headers.get("cloudEvents:subject");
    String id = properties.getMessageId();
    return new Published(
        id == null ? "stranger-" + UUID.randomUUID() : id,
        new Subject(
            message.getEnvelope().getRoutingKey(),
            order == null ? orders.of(message.getBody()) : order.toString()),
        time == null ? clock.instant() : Instant.parse(time.toString()));
  }
}
