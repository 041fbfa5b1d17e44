package dev.eventmanager.benchmarks.contestants;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import dev.eventmanager.benchmarks.run.Broker;
import dev.eventmanager.benchmarks.run.Contestant;
import dev.eventmanager.benchmarks.run.Purchase;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Semaphore;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * RabbitMQ's client and Jackson, and nothing between: one channel that publishes, one that consumes,
 * purchases handled on its thread and acknowledged a hundred at a time.
 */
final class BareClient implements Contestant {

  private final Place place;
  private final Metadata metadata;
  private final int padding;
  private final ObjectWriter writer = new JsonMapper().writerFor(Purchase.class);
  private final ObjectReader reader = new JsonMapper().readerFor(Purchase.class);
  private final Semaphore room = new Semaphore(Broker.IN_FLIGHT);
  private final NavigableSet<Long> unconfirmed = new ConcurrentSkipListSet<>();
  private final Connection publishing;
  private final Connection consuming;
  private final Channel publisher;
  private final Channel consumer;
  private int unacknowledged = 0;

  private BareClient(Place place, Metadata metadata) throws Exception {
    this.place = place;
    this.metadata = metadata;
    this.padding = metadata.padding(place);
    this.publishing = place.broker().connect();
    this.consuming = place.broker().connect();
    this.publisher = publishing.createChannel();
    this.consumer = consuming.createChannel();
    publish();
    consume();
  }

  /** Sends metadata along, which nobody reads. */
  static Start with(Metadata metadata) {
    return place -> new BareClient(place, metadata);
  }

  @Override
  public void send(Purchase purchase) throws Exception {
    byte[] body = padded(writer.writeValueAsBytes(purchase));
    BasicProperties about = metadata.properties(place, purchase.id());
    room.acquire();
    synchronized (publisher) {
      unconfirmed.add(publisher.getNextPublishSeqNo());
      publisher.basicPublish(place.name(), place.routingKey(), true, about, body);
    }
  }

  private byte[] padded(byte[] body) {
    if (padding == 0) {
      return body;
    }
    byte[] longer = Arrays.copyOf(body, body.length + padding);
    Arrays.fill(longer, body.length, longer.length, (byte) ' ');
    return longer;
  }

  @Override
  public void close() throws IOException {
    publishing.close();
    consuming.close();
  }

  private void publish() throws IOException {
    publisher.exchangeDeclare(place.name(), BuiltinExchangeType.TOPIC, true);
    publisher.confirmSelect();
    publisher.addConfirmListener(this::confirmed, (number, multiple) -> {
      place.receipts().fault("the broker refused an event");
      confirmed(number, multiple);
    });
    publisher.addReturnListener(returned -> place.receipts().fault("the broker returned an event"));
  }

  private void consume() throws IOException {
    consumer.queueDeclare(place.name(), true, false, false, Map.of("x-queue-type", "quorum"));
    consumer.queueBind(place.name(), place.name(), place.pattern());
    consumer.basicQos(place.broker().prefetch());
    consumer.basicConsume(place.name(), false, (tag, delivery) -> handle(delivery), tag -> {});
  }

  private void confirmed(long number, boolean multiple) {
    if (multiple) {
      NavigableSet<Long> upToThis = unconfirmed.headSet(number, true);
      int count = 0;
      while (upToThis.pollFirst() != null) {
        count++;
      }
      room.release(count);
    } else {
      unconfirmed.remove(number);
      room.release();
    }
  }

  private void handle(Delivery delivery) throws IOException {
    Purchase purchase = reader.readValue(delivery.getBody());
    place.receipts().received(purchase);
    unacknowledged++;
    if (unacknowledged == Broker.ACKS_TOGETHER) {
      consumer.basicAck(delivery.getEnvelope().getDeliveryTag(), true);
      unacknowledged = 0;
    }
  }
}
