package dev.eventmanager.sqs.consume;

import dev.eventmanager.sqs.connection.UnusableException;
import dev.eventmanager.sqs.loop.BackOff;
import dev.eventmanager.sqs.queue.FifoQueue;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A consumer of a queue that cannot be opened yet, since SQS is away: it is tried again until it
 * works, and keeps the process up meanwhile. Then it is an {@link SqsConsumer}, with its promises.
 * Thread-safe.
 */
public final class AwaitedConsumer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AwaitedConsumer.class);
  private static final BackOff BACK_OFF =
      new BackOff(Duration.ofMillis(200), Duration.ofSeconds(10));

  private final String queue;
  private final Supplier<FifoQueue> opening;
  private final Function<FifoQueue, SqsConsumer> consuming;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable FifoQueue found;
  private @Nullable SqsConsumer consumer;
  private boolean begun = false;
  private boolean wanted = false;
  private long since = System.nanoTime();
  private String problem = "not asked yet";

  /**
   * A consumer, not started yet.
   *
   * @param queue the name of the queue
   * @param opening finds and checks it; blocks, and fails with an {@link UnusableException}
   * @param consuming makes a consumer of the queue, not started
   */
  public AwaitedConsumer(
      String queue, Supplier<FifoQueue> opening, Function<FifoQueue, SqsConsumer> consuming) {
    this.queue = queue;
    this.opening = opening;
    this.consuming = consuming;
    this.thread = new Thread(this::openUntilItWorks, "open-" + queue);
    // A process that only handles events must not end because SQS is away.
    this.thread.setDaemon(false);
  }

  /**
   * Looks whether the queue can be consumed, for those who want to know before they start. Blocks.
   *
   * @return whether it can; if not, SQS is away
   * @throws UnusableException if SQS says that it cannot
   */
  public boolean check() {
    try {
      found = opening.get();
      return true;
    } catch (UnusableException unusable) {
      if (!unusable.isAway()) {
        throw unusable;
      }
      return false;
    }
  }

  /** Begins, in the background; to be called once. */
  public AwaitedConsumer start() {
    resume();
    thread.start();
    return this;
  }

  /** As {@link SqsConsumer#pause}. */
  public synchronized void pause() {
    want(false);
    if (consumer != null) {
      consumer.pause();
    }
  }

  /** As {@link SqsConsumer#resume}. */
  public synchronized void resume() {
    want(true);
    consumeIfWanted();
  }

  /** As {@link SqsConsumer#close}. */
  @Override
  public void close() {
    closed.countDown();
    pause();
    var open = consumer();
    if (open != null) {
      open.close();
    }
  }

  /** The name of the queue. */
  public String queue() {
    return queue;
  }

  /** How it is doing, for health. */
  public SqsConsumerStatus status() {
    var open = consumer();
    return open == null ? awaiting() : open.status();
  }

  private void openUntilItWorks() {
    var failures = 0;
    var wait = Duration.ZERO;
    while (!isClosedWithin(wait) && !begins()) {
      failures++;
      wait = BACK_OFF.after(failures);
    }
  }

  private boolean begins() {
    try {
      var known = found;
      begin(known == null ? opening.get() : known);
      return true;
    } catch (RuntimeException failure) {
      note(String.valueOf(failure.getMessage()));
      return false;
    }
  }

  private synchronized void begin(FifoQueue open) {
    if (!isClosed()) {
      consumer = consuming.apply(open);
      consumeIfWanted();
      LOG.info("Consuming from the SQS queue {}", queue);
    }
  }

  private synchronized void want(boolean consumed) {
    if (wanted != consumed) {
      wanted = consumed;
      since = System.nanoTime();
    }
  }

  private synchronized void consumeIfWanted() {
    if (consumer == null || !wanted) {
      return;
    }
    if (begun) {
      consumer.resume();
    } else {
      begun = true;
      consumer.start();
    }
  }

  /** One line in the log for one problem, however often it is met. */
  private synchronized void note(String why) {
    if (!why.equals(problem)) {
      LOG.warn("The SQS queue {} is not consumed, and is as soon as it can be: {}", queue, why);
    }
    problem = why;
  }

  private boolean isClosedWithin(Duration wait) {
    try {
      return closed.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  private synchronized @Nullable SqsConsumer consumer() {
    return consumer;
  }

  private synchronized SqsConsumerStatus awaiting() {
    return new SqsConsumerStatus(
        queue,
        awaitingState(),
        Duration.ofNanos(System.nanoTime() - since),
        Optional.of(problem),
        0);
  }

  private SqsConsumerStatus.State awaitingState() {
    if (isClosed()) {
      return SqsConsumerStatus.State.CLOSED;
    }
    return wanted ? SqsConsumerStatus.State.CONNECTING : SqsConsumerStatus.State.PAUSED;
  }
}
