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
 * Consumes one queue on the broker, generation after generation, as {@link QueueConsumers} promises
 * it. Thread-safe.
 */
final class QueueConsumer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(QueueConsumer.class);
  private static final Duration LONG = Duration.ofDays(1);
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
  private final PastGenerations past = new PastGenerations();
  private volatile State state = State.CONNECTING;
  private volatile long since = System.nanoTime();
  private volatile @Nullable String lastProblem;
  private volatile @Nullable Generation current;

  /**
   * A consumer, not started yet.
   *
   * @param queue the name that its deliveries bear
   * @param source the queue on the broker
   * @param processor completes normally for what is to be acknowledged
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
    this.lanes = new LaneProcessing(processor, settings.prefetch());
    this.settings = settings;
    this.thread = new Thread(this::run, "event-manager-consume-" + source);
    // A process that only handles events must not end because the broker is away.
    this.thread.setDaemon(false);
  }

  /** Begins to consume, in the background; to be called once. */
  QueueConsumer start() {
    thread.start();
    return this;
  }

  /**
   * Stops taking, finishes what is in hand and gives the rest back to the broker, for another
   * instance or for later. Returns at once.
   */
  void pause() {
    change(Wish.To.PAUSE);
  }

  /** Stops taking, finishes what is in hand however long that takes, and is paused then. */
  void drain() {
    change(Wish.To.DRAIN);
  }

  /** Takes up consuming after {@link #pause} or {@link #drain}. */
  void resume() {
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
  ConsumerStatus status() {
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
        if (wish.is(Wish.To.CONSUME)) {
          consumeUntilItEnds();
        } else {
          become(State.PAUSED);
          wish.awaitConsumeOrClose();
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
      past.add(generation);
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

  private Generation open() throws IOException, InterruptedException {
    topology.declareQueue(source);
    Channel channel = connections
        .consuming()
        .openChannel()
        .orElseThrow(
            () -> new IOException("the connection has no channel left; raise channel-max"));
    boolean cautious = past.callForCaution();
    int prefetch = cautious ? 1 : settings.prefetch();
    Generation generation = new Generation(
        queue,
        source,
        channel,
        new Acknowledgements(connections.cork(), prefetch),
        reader,
        lanes,
        past.count(),
        cautious);
    try {
      generation.consume(prefetch);
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
        while (wish.is(Wish.To.DRAIN) && generation.isBusy()) {
          generation.acknowledge(LONG);
        }
        generation.drain(settings.drainTimeout());
      }
    } finally {
      generation.close();
      lanes.forgetStale();
    }
  }

  /** One line in the log for one problem, however often it is met. */
  private void retryAfter(String problem) throws InterruptedException {
    become(State.CONNECTING);
    int failures = past.noteFailure();
    Duration wait = settings.backOff().after(failures);
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
