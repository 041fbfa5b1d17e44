package dev.eventmanager.rabbit.consume;

import com.rabbitmq.client.Channel;
import dev.eventmanager.handling.DeliveryProcessor;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.consume.ConsumerStatus.State;
import dev.eventmanager.rabbit.message.EventMessageReader;
import dev.eventmanager.rabbit.topology.TopologyDeclarer;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Consumes a queue: hands its deliveries to a processor, one of an ordering key at a time and keys
 * in parallel, and acknowledges each after the processor is done with it. Thread-safe.
 *
 * <p>Delivery is at least once: what was not acknowledged when the channel is lost, or the process
 * ends, is delivered again. Nothing is ever requeued singly, which would break the order; where the
 * processor cannot go on, the channel is closed, and the broker puts everything back in its place.
 *
 * <p>It keeps trying, and keeps the process up, until it is closed: after a lost connection, a
 * cancelled consumer or a deleted queue it declares the queue again and resumes.
 */
public final class QueueConsumer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(QueueConsumer.class);
  private static final Duration LONG = Duration.ofDays(1);
  private static final int FRUITLESS_BEFORE_CAUTION = 3;
  private static final Duration GRACE_TO_END = Duration.ofSeconds(5);

  private final String queue;
  private final String source;
  private final BrokerConnections connections;
  private final TopologyDeclarer topology;
  private final EventMessageReader reader;
  private final LaneProcessing lanes;
  private final ConsumerSettings settings;
  private final Thread thread;
  private final Wish wish = new Wish();
  private volatile State state = State.CONNECTING;
  private volatile long since = System.nanoTime();
  private volatile @Nullable String lastProblem;
  private volatile @Nullable Generation current;
  private int failures = 0;
  private int channelsLost = 0;
  private int fruitless = 0;

  /**
   * A consumer, not started yet.
   *
   * @param queue its name; declared by the topology
   * @param connections not closed by the consumer
   * @param processor completes normally for what is to be acknowledged
   */
  public QueueConsumer(
      String queue,
      BrokerConnections connections,
      TopologyDeclarer topology,
      EventMessageReader reader,
      DeliveryProcessor processor,
      ConsumerSettings settings) {
    this(queue, queue, connections, topology, reader, processor, settings);
  }

  /**
   * A consumer of one partition.
   *
   * @param queue the name that its deliveries bear
   * @param source the queue on the broker
   */
  QueueConsumer(
      String queue,
      String source,
      BrokerConnections connections,
      TopologyDeclarer topology,
      EventMessageReader reader,
      DeliveryProcessor processor,
      ConsumerSettings settings) {
    this.queue = queue;
    this.source = source;
    this.connections = connections;
    this.topology = topology;
    this.reader = reader;
    this.lanes = new LaneProcessing(processor);
    this.settings = settings;
    this.thread = new Thread(this::run, "event-manager-consume-" + source);
    // A process that only handles events must not end because the broker is away.
    this.thread.setDaemon(false);
  }

  /** Begins to consume, in the background; to be called once. */
  public QueueConsumer start() {
    thread.start();
    return this;
  }

  /**
   * Stops taking, finishes what is in hand and gives the rest back to the broker, for another
   * instance or for later. Returns at once.
   */
  public void pause() {
    change(Wish.To.PAUSE);
  }

  /** Takes up consuming after {@link #pause}. */
  public void resume() {
    change(Wish.To.CONSUME);
  }

  /**
   * Stops taking, finishes what is in hand within {@link ConsumerSettings#drainTimeout},
   * acknowledges it, and only then lets the queue go. Returns when that is done.
   */
  @Override
  public void close() {
    change(Wish.To.CLOSE);
    try {
      thread.join(settings.drainTimeout().plus(GRACE_TO_END).toMillis());
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
    become(State.CLOSED);
  }

  public String queue() {
    return queue;
  }

  /** The queue on the broker. */
  String source() {
    return source;
  }

  /** Whether it is this consumer that the broker delivers to, as far as it has seen. */
  boolean isActive() {
    Generation generation = current;
    return generation != null && generation.isTaking() && generation.hasDeliveries();
  }

  /**
   * Takes nothing more, finishes what is in hand however long that takes, lets the queue go to
   * whoever waits for it longest, and waits for it again. Returns at once.
   */
  void handOver() {
    Generation generation = current;
    if (generation != null) {
      generation.leave();
    }
  }

  /** How it is doing, for health. */
  public ConsumerStatus status() {
    return new ConsumerStatus(
        queue,
        state,
        Duration.ofNanos(System.nanoTime() - since),
        Optional.ofNullable(lastProblem),
        lanes.inHand());
  }

  private void become(State next) {
    if (state != next) {
      since = System.nanoTime();
      state = next;
    }
  }

  private void change(Wish.To asked) {
    wish.becomes(asked);
    Generation generation = current;
    if (generation != null) {
      generation.wakeUp();
    }
  }

  private void run() {
    try {
      while (!wish.is(Wish.To.CLOSE)) {
        if (wish.is(Wish.To.PAUSE)) {
          become(State.PAUSED);
          wish.awaitOtherThan(Wish.To.PAUSE, LONG);
        } else {
          consumeUntilItEnds();
        }
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    } finally {
      become(State.CLOSED);
    }
  }

  private void consumeUntilItEnds() throws InterruptedException {
    String problem;
    try {
      Generation generation = open();
      acknowledgeUntilEnd(generation);
      learnFrom(generation);
      if (generation.isLeaving()) {
        return;
      }
      problem = generation.endedBecause();
    } catch (IOException | RuntimeException failure) {
      problem = BrokerConnections.reasonOf(failure);
    }
    if (wish.is(Wish.To.CONSUME)) {
      retryAfter(problem);
    }
  }

  private void learnFrom(Generation generation) {
    if (generation.hasProgress()) {
      failures = 0;
      fruitless = 0;
    } else if (generation.hasDeliveries()) {
      fruitless++;
    }
    channelsLost++;
  }

  private Generation open() throws IOException, InterruptedException {
    topology.declareQueue(source);
    Channel channel = connections
        .consuming()
        .openChannel()
        .orElseThrow(
            () -> new IOException("the connection has no channel left; raise channel-max"));
    Generation generation =
        new Generation(queue, source, channel, reader, lanes, channelsLost, isCautious());
    try {
      generation.consume(isCautious() ? 1 : settings.prefetch());
    } catch (IOException | RuntimeException failure) {
      // The broker may take it up late, and would deliver to a channel that nobody looks after.
      generation.close();
      throw failure;
    }
    current = generation;
    become(State.CONSUMING);
    LOG.info("Consuming from queue {}", source);
    return generation;
  }

  private void acknowledgeUntilEnd(Generation generation) throws InterruptedException {
    try {
      while (wish.is(Wish.To.CONSUME) && generation.isTaking() && !generation.isLeaving()) {
        generation.acknowledge(LONG);
      }
      if (generation.isLeaving()) {
        generation.stopTaking();
        while (wish.is(Wish.To.CONSUME) && generation.isBusy()) {
          generation.acknowledge(LONG);
        }
      }
      if (!wish.is(Wish.To.CONSUME)) {
        generation.stopTaking();
        become(State.DRAINING);
        generation.drain(settings.drainTimeout());
      }
    } finally {
      generation.close();
      lanes.forgetStale();
    }
  }

  /**
   * After several channels in a row that ended before anything was acknowledged, events come one by
   * one until one succeeds: each return counts towards the broker's limit, and is to count for the
   * one that fails alone.
   */
  private boolean isCautious() {
    return fruitless >= FRUITLESS_BEFORE_CAUTION;
  }

  /** One line in the log for one problem, however often it is met. */
  private void retryAfter(String problem) throws InterruptedException {
    become(State.CONNECTING);
    Duration wait = settings.backOff().after(++failures);
    if (failures == 1 || !problem.equals(lastProblem)) {
      LOG.warn(
          "Queue {} is not consumed, next attempt in {} ms, then until it works: {}",
          source,
          wait.toMillis(),
          problem);
    }
    lastProblem = problem;
    wish.awaitOtherThan(Wish.To.CONSUME, wait);
  }
}
