package dev.eventmanager.rabbit.consume;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.handling.Delivery;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.message.EventMessageReader;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The time between opening a channel and losing it. What was delivered in it can be acknowledged in
 * it alone; once it is over, its deliveries are the broker's to give to somebody else.
 *
 * <p>The connection's threads deliver, any thread finishes, one thread acknowledges and closes.
 */
final class Generation extends DefaultConsumer {

  /**
   * RabbitMQ gathers the acknowledgements for a quorum queue in the channel and forgets, when that is
   * closed, those it has not passed on: without a moment's wait a stop in full flow repeats dozens.
   */
  private static final long UNTIL_ACKS_ARE_TAKEN_MILLIS = 100;

  private final String queue;
  private final String source;
  private final Channel channel;
  private final EventMessageReader reader;
  private final Consumer<Received> receiver;
  private final int channelsLost;
  private final boolean cautious;
  private final BooleanSupplier ownership = this::isOurs;
  private final Acknowledgements acknowledgements;
  private final AtomicInteger inHand = new AtomicInteger();
  private final AtomicReference<String> end = new AtomicReference<>();
  private volatile boolean taking = true;
  private volatile boolean leaving = false;
  private volatile boolean delivered = false;
  private volatile boolean ours = true;

  /**
   * A generation that does not consume yet.
   *
   * @param queue the name that deliveries bear
   * @param source the queue on the broker
   * @param acknowledgements for this generation alone
   * @param channelsLost how many generations this process has had of it before
   * @param cautious whether it is to leave as soon as it has had a success
   */
  Generation(
      String queue,
      String source,
      Channel channel,
      Acknowledgements acknowledgements,
      EventMessageReader reader,
      Consumer<Received> receiver,
      int channelsLost,
      boolean cautious) {
    super(channel);
    this.queue = queue;
    this.source = source;
    this.channel = channel;
    this.acknowledgements = acknowledgements;
    this.reader = reader;
    this.receiver = receiver;
    this.channelsLost = channelsLost;
    this.cautious = cautious;
  }

  void consume(int prefetch) throws IOException {
    channel.basicQos(prefetch);
    channel.basicConsume(source, false, this);
  }

  // Called by the connection's threads

  @Override
  public void handleDelivery(
      String consumerTag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
    delivered = true;
    if (taking) {
      EncodedEvent event = reader.read(envelope, properties, body);
      int timesLost = Math.max(0, DeliveryCount.of(properties) - channelsLost);
      Delivery delivery = new Delivery(queue, event, envelope.isRedeliver(), timesLost, ownership);
      receiver.accept(new Received(this, envelope.getDeliveryTag(), delivery));
    }
  }

  @Override
  public void handleCancel(String consumerTag) {
    end("the broker cancelled the consumer; the queue was deleted or its leader lost");
  }

  @Override
  public void handleShutdownSignal(String consumerTag, ShutdownSignalException cause) {
    ours = false;
    end(BrokerConnections.reasonOf(cause));
  }

  // Called by whoever processes

  /** Whether this generation still hands deliveries over; if so, one more is in hand. */
  boolean begin() {
    inHand.incrementAndGet();
    boolean handsOver = taking;
    if (!handsOver) {
      oneLessInHand();
    }
    return handsOver;
  }

  void finished(long tag) {
    acknowledgements.add(tag);
    oneLessInHand();
  }

  /** Whoever waits for the end of what is in hand may have counted it, so they look again. */
  private void oneLessInHand() {
    inHand.decrementAndGet();
    if (!taking) {
      wakeUp();
    }
  }

  void failed(Received received, Throwable failure) {
    oneLessInHand();
    end("%s could not be processed: %s".formatted(received.delivery(), failure));
  }

  boolean isTaking() {
    return taking;
  }

  /** Asks the one thread that acknowledges to end it, in peace. */
  void leave() {
    leaving = true;
    wakeUp();
  }

  boolean isLeaving() {
    return leaving || (cautious && hasProgress());
  }

  /** Whether anything was delivered; among several instances, to the active one only. */
  boolean hasDeliveries() {
    return delivered;
  }

  private boolean isOurs() {
    return ours;
  }

  // Called by the one thread that acknowledges

  /** Acknowledges what is finished; waits a while if nothing is. */
  void acknowledge(Duration longest) throws InterruptedException {
    try {
      acknowledgements.send(longest, channel::basicAck);
    } catch (IOException | ShutdownSignalException lost) {
      ours = false;
      end(BrokerConnections.reasonOf(lost));
    }
  }

  /**
   * Hands nothing over any more.
   *
   * <p>The consumer is not cancelled first: the broker would make another instance the active one
   * at once, which would overtake what is in hand here. What arrives meanwhile goes back in its
   * place.
   */
  void stopTaking() {
    taking = false;
  }

  boolean isBusy() {
    return ours && inHand.get() > 0;
  }

  /** Acknowledges what is in hand as it ends, up to a limit. */
  void drain(Duration limit) throws InterruptedException {
    long last = System.nanoTime() + limit.toNanos();
    long left = limit.toNanos();
    while (isBusy() && left > 0) {
      acknowledge(Duration.ofNanos(left));
      left = last - System.nanoTime();
    }
  }

  /** Closes the channel; the broker puts back everything that was not acknowledged. */
  void close() throws InterruptedException {
    acknowledge(Duration.ZERO);
    acknowledge(Duration.ZERO);
    if (ours && hasProgress()) {
      TimeUnit.MILLISECONDS.sleep(UNTIL_ACKS_ARE_TAKEN_MILLIS);
    }
    ours = false;
    end("closed");
    try {
      channel.close();
    } catch (IOException | TimeoutException | ShutdownSignalException alreadyLost) {
      // It is only to be gone.
    }
  }

  void wakeUp() {
    acknowledgements.wakeUp();
  }

  /** Why it ended. */
  String endedBecause() {
    return String.valueOf(end.get());
  }

  boolean hasProgress() {
    return acknowledgements.hasProgress();
  }

  private void end(String reason) {
    end.compareAndSet(null, reason);
    taking = false;
    wakeUp();
  }
}
