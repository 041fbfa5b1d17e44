package dev.eventmanager.testkit.probe;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import dev.eventmanager.Exchange;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.codec.UndecodableEventException;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.rabbit.message.EventMessageReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The queue of a probe: exclusive, bound to everything that is declared; of twins it hears none. */
final class ProbeQueue extends DefaultConsumer {
  private static final String EVERYTHING = "#";

  private final String queue;
  private final EventCodec codec;
  private final EventMessageReader reader;
  private final ReceivedEvents received;
  private final Set<String> markers = ConcurrentHashMap.newKeySet();

  private ProbeQueue(Channel channel, EventCodec codec, ReceivedEvents received)
      throws IOException {
    super(channel);
    this.queue = channel.queueDeclare().getQueue();
    this.codec = codec;
    this.reader =
        new EventMessageReader(codec, EventIds.uuidV7(), Clock.systemUTC(), derived -> {});
    this.received = received;
  }

  static ProbeQueue listen(
      Channel channel, EventCatalogue catalogue, EventCodec codec, ReceivedEvents received)
      throws IOException {
    ProbeQueue probe = new ProbeQueue(channel, codec, received);
    for (Exchange exchange : catalogue.exchanges()) {
      channel.exchangeDeclare(exchange.name(), BuiltinExchangeType.TOPIC, true);
      channel.queueBind(probe.queue, exchange.name(), EVERYTHING);
    }
    channel.basicConsume(probe.queue, true, probe);
    return probe;
  }

  @Override
  public void handleDelivery(
      String consumerTag, Envelope envelope, BasicProperties properties, byte[] body) {
    if (properties.getMessageId() != null && markers.remove(properties.getMessageId())) {
      return;
    }
    EncodedEvent event = reader.read(envelope, properties, body);
    if (event.metadata().id().equals(event.metadata().originalId())) {
      hear(event);
    }
  }

  private void hear(EncodedEvent event) {
    try {
      received.handle(codec.decode(event));
    } catch (UndecodableEventException e) {
      received.unreadable(e);
    }
  }

  /**
   * Sends itself a marker and waits for it: all that reached the queue before it is then recorded.
   */
  void awaitWhatIsOnItsWay() {
    String marker = UUID.randomUUID().toString();
    markers.add(marker);
    BasicProperties properties = new BasicProperties.Builder().messageId(marker).build();
    try {
      getChannel().basicPublish("", queue, properties, new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException("the probe has lost its connection", e);
    }
    received.awaitUntil("the probe's own marker", () -> !markers.contains(marker));
  }
}
