package dev.eventmanager.bridge.reverse;

import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.sqs.claim.ClaimStore;
import dev.eventmanager.sqs.connection.UnusableException;
import dev.eventmanager.sqs.consume.AwaitedConsumer;
import dev.eventmanager.sqs.consume.EventReader;
import dev.eventmanager.sqs.consume.SqsConsumer;
import dev.eventmanager.sqs.consume.SqsConsumerSettings;
import dev.eventmanager.sqs.mapping.MessageReader;
import dev.eventmanager.sqs.queue.FifoQueue;
import dev.eventmanager.sqs.queue.QueueDepth;
import dev.eventmanager.transport.EventTransport;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * Brings the events of a FIFO queue to exchanges: each is published, confirmed and mandatory, before
 * its message is deleted. Thread-safe.
 *
 * <ul>
 *   <li>Order: of a message group one event at a time is published, and the next once that one is on
 *       a queue; groups go in parallel.
 *   <li>Delivery: at least once, under the event's own id, so that an inbox knows a repetition. An
 *       event that no queue is bound for, or while RabbitMQ is away, is held and published again
 *       until it arrives; it is never deleted for that.
 *   <li>What comes back to the broker it began at, or has been at, is deleted and counted.
 * </ul>
 */
final class ReverseRoute implements AutoCloseable {

  private final SqsAsyncClient sqs;
  private final ReverseSettings settings;
  private final Republishing republishing;
  private final AwaitedConsumer consumer;

  /**
   * A route, not started yet.
   *
   * @param opening finds and checks the queue; blocks, and fails with an {@link UnusableException}
   * @param broker the name of this broker among those that exchange events
   * @param transport not closed by the route
   * @param claims where bodies lie that were too large for a message
   */
  ReverseRoute(
      SqsAsyncClient sqs,
      Supplier<FifoQueue> opening,
      ReverseSettings settings,
      SqsConsumerSettings consuming,
      String broker,
      EventTransport transport,
      Supplier<ClaimStore> claims,
      MeterRegistry registry) {
    this.sqs = sqs;
    this.settings = settings;
    this.republishing = new Republishing(settings, broker, transport, registry);
    var queue = settings.queue();
    var reader = new MessageReader(
        settings.exchange(),
        settings.routingKey(),
        part -> registry
            .counter("bridge.reverse.derived", "queue", queue, "part", part)
            .increment());
    this.consumer = new AwaitedConsumer(
        queue,
        opening,
        found -> new SqsConsumer(
            sqs,
            found,
            new EventReader(reader, claims),
            republishing,
            consuming,
            EventIds.uuidV7()::next,
            incident -> registry
                .counter(
                    "bridge.reverse.incidents",
                    "queue",
                    queue,
                    "incident",
                    incident.name().toLowerCase(Locale.ROOT))
                .increment()));
  }

  /** As {@link AwaitedConsumer#check}. */
  boolean check() {
    return consumer.check();
  }

  /** Begins, in the background; to be called once. */
  ReverseRoute start() {
    consumer.start();
    return this;
  }

  /** Takes no more, finishes what is in hand and gives the rest back. Returns at once. */
  void pause() {
    consumer.pause();
  }

  /** Goes on after {@link #pause}. */
  void resume() {
    consumer.resume();
  }

  /** As {@link SqsConsumer#close}. */
  @Override
  public void close() {
    consumer.close();
  }

  /** The SQS queue. */
  String queue() {
    return consumer.queue();
  }

  /** Where its events go; empty where each goes to the exchange that it names. */
  Optional<String> exchange() {
    return settings.exchange();
  }

  /** How many messages wait in the queue, as SQS estimates; empty where it does not say. Asks it. */
  OptionalLong depth() {
    return QueueDepth.of(sqs, queue());
  }

  /** How it is doing, for health. */
  ReverseStatus status() {
    return new ReverseStatus(consumer.status(), republishing.waiting(), republishing.trouble());
  }
}
