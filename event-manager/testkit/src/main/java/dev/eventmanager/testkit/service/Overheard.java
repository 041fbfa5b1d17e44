package dev.eventmanager.testkit.service;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Delivery;
import dev.eventmanager.Exchange;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.testkit.foreign.ForeignPublisher;
import dev.eventmanager.testkit.foreign.ForeignSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that passes the declared exchanges, as it is on the wire. While it listens, nothing
 * that the service publishes is unroutable. Not thread-safe.
 */
final class Overheard {

  private static final String EVERYTHING = "#";
  private static final String DEFAULT_EXCHANGE = "";

  private final String queue;
  private final ForeignSubscriber subscriber;
  private final ForeignPublisher publisher;
  private final List<Delivery> deliveries = new ArrayList<>();

  private Overheard(String queue, ForeignSubscriber subscriber, ForeignPublisher publisher) {
    this.queue = queue;
    this.subscriber = subscriber;
    this.publisher = publisher;
  }

  /**
   * Listens from now on to the exchanges of a catalogue, which have to be there.
   *
   * @param queue one that nobody else has
   */
  static Overheard on(
      EventCatalogue catalogue,
      String queue,
      ForeignSubscriber subscriber,
      ForeignPublisher publisher) {
    for (Exchange exchange : catalogue.exchanges()) {
      subscriber.bind(queue, exchange.name(), EVERYTHING);
    }
    return new Overheard(queue, subscriber, publisher);
  }

  /**
   * Waits for the message with this id.
   *
   * @throws AssertionError if nothing comes for 20 seconds
   */
  Delivery await(String messageId) {
    Optional<Delivery> known =
        deliveries.stream().filter(each -> hasId(each, messageId)).findFirst();
    return known.orElseGet(() -> next(messageId));
  }

  /** Everything that is on the queue by now. */
  List<Delivery> soFar(String markerId) {
    BasicProperties marker = new BasicProperties.Builder().messageId(markerId).build();
    publisher.publish(DEFAULT_EXCHANGE, queue, marker, new byte[0]);
    deliveries.remove(next(markerId));
    return List.copyOf(deliveries);
  }

  private Delivery next(String messageId) {
    Delivery next;
    do {
      next = subscriber.take(queue);
      deliveries.add(next);
    } while (!hasId(next, messageId));
    return next;
  }

  private static boolean hasId(Delivery delivery, String messageId) {
    return messageId.equals(delivery.getProperties().getMessageId());
  }
}
