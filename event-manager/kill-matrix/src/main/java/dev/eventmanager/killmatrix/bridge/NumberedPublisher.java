package dev.eventmanager.killmatrix.bridge;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.eventmanager.killmatrix.reader.mirror.Numbered;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Publishes numbered events on a bare channel with confirms. After a lost connection it publishes
 * what was not confirmed once more, in its order, before anything else: so the broker may hold some
 * twice, under one id.
 */
final class NumberedPublisher {

  static final String EXCHANGE = "soak";

  private static final int MOST_UNCONFIRMED = 200;
  private static final int HEARTBEAT_SECONDS = 3;
  private static final long PAUSE_MILLIS = 5;
  private static final long TO_CONNECT_AGAIN_MILLIS = 200;

  private final ConnectionFactory factory = new ConnectionFactory();
  private final NumberedEvents events;
  private final BooleanSupplier gate;
  private final Thread thread = new Thread(this::run, "publisher");
  private ConcurrentNavigableMap<Long, Numbered> unconfirmed = new ConcurrentSkipListMap<>();
  private volatile boolean wanted = true;
  private volatile long repeated = 0;

  /**
   * A publisher that is not started yet.
   *
   * @param broker where to connect to
   * @param gate whether it may go on; asked before each event
   */
  NumberedPublisher(URI broker, NumberedEvents events, BooleanSupplier gate) {
    this.events = events;
    this.gate = gate;
    try {
      factory.setUri(broker);
    } catch (URISyntaxException | GeneralSecurityException e) {
      throw new IllegalArgumentException(broker.toString(), e);
    }
    factory.setAutomaticRecoveryEnabled(false);
    factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
    thread.setDaemon(true);
  }

  /** Declares the exchange. */
  void declare() throws IOException, TimeoutException {
    try (Connection connection = factory.newConnection("soak");
        Channel channel = connection.createChannel()) {
      channel.exchangeDeclare(EXCHANGE, BuiltinExchangeType.TOPIC, true);
    }
  }

  void start() {
    thread.start();
  }

  /** Publishes no further event, and returns when every one is confirmed. */
  void finish() throws InterruptedException {
    wanted = false;
    thread.join();
  }

  /** How often an event was published once more. */
  long repeated() {
    return repeated;
  }

  private void run() {
    try {
      while (wanted || !unconfirmed.isEmpty()) {
        try (Connection connection = factory.newConnection("soak")) {
          publish(connection.createChannel());
        } catch (IOException | TimeoutException | AlreadyClosedException lost) {
          TimeUnit.MILLISECONDS.sleep(TO_CONNECT_AGAIN_MILLIS);
        }
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  private void publish(Channel channel) throws IOException, InterruptedException {
    channel.confirmSelect();
    publishAgain(channel);
    while (wanted || !unconfirmed.isEmpty()) {
      if (wanted && unconfirmed.size() < MOST_UNCONFIRMED && gate.getAsBoolean()) {
        publish(channel, events.next());
      } else {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        if (!channel.isOpen()) {
          throw new IOException("lost while waiting for confirms");
        }
      }
    }
  }

  /** All are taken down first, so that none is forgotten if the connection is lost amid them. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void publishAgain(Channel channel) throws IOException {
    List<Numbered> again = List.copyOf(unconfirmed.values());
    ConcurrentNavigableMap<Long, Numbered> awaited = new ConcurrentSkipListMap<>();
    channel.addConfirmListener(
        (tag, multiple) -> confirmed(awaited, tag, multiple), (tag, multiple) -> channel.abort());
    long tag = channel.getNextPublishSeqNo();
    for (Numbered event : again) {
      awaited.put(tag++, event);
    }
    unconfirmed = awaited;
    for (Numbered event : again) {
      send(channel, event);
      repeated++;
    }
  }

  private void publish(Channel channel, Numbered event) throws IOException {
    unconfirmed.put(channel.getNextPublishSeqNo(), event);
    send(channel, event);
  }

  private static void send(Channel channel, Numbered event) throws IOException {
    BasicProperties properties = new BasicProperties.Builder()
        .deliveryMode(2)
        .contentType("application/json")
        .messageId(event.id())
        .headers(Map.of("cloudEvents:id", event.id(), "cloudEvents:subject", event.group()))
        .build();
    channel.basicPublish(
        EXCHANGE,
        EXCHANGE + ".v1.count",
        properties,
        event.body().getBytes(StandardCharsets.UTF_8));
  }

  private static void confirmed(
      ConcurrentNavigableMap<Long, Numbered> awaited, long tag, boolean multiple) {
    if (multiple) {
      awaited.headMap(tag, true).clear();
    } else {
      awaited.remove(tag);
    }
  }
}
