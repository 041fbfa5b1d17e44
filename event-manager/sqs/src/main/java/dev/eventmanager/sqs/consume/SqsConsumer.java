package dev.eventmanager.sqs.consume;

import dev.eventmanager.handling.DeliveryProcessor;
import dev.eventmanager.sqs.consume.SqsConsumerStatus.State;
import dev.eventmanager.sqs.loop.Loop;
import dev.eventmanager.sqs.queue.FifoQueue;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * Consumes a FIFO queue of SQS: hands its messages to a processor, one of a message group at a time
 * and groups in parallel, and deletes each after the processor is done with it. Thread-safe.
 *
 * <ul>
 *   <li>Order: of a group nothing is handed over while anything before it is unresolved, here or,
 *       as SQS sees to it, at another consumer of the queue.
 *   <li>Delivery is at least once. What was not deleted, since the process died or SQS did not
 *       answer, comes again once its visibility ends; where this process dealt with it, it is then
 *       deleted and not handed over again.
 *   <li>While a message is held its visibility is extended, so that a handler, or an outage, may
 *       take longer than the visibility timeout: up to the 12 hours that SQS allows.
 *   <li>Where the processor can do nothing with a message, it is tried again after a growing wait,
 *       held with all behind it in its group. Messages go back to the queue when the consumer is
 *       paused or closed, the last of a group first; SQS counts that, and a redrive policy puts what
 *       was received too often on the dead letter queue, where all behind it in its group overtakes it:
 *       so that should be as many receipts as SQS allows, a thousand.
 *   <li>A message that is no event is put on the dead letter queue at once; where there is none its
 *       group waits, and says so in the log.
 * </ul>
 *
 * <p>It keeps asking, and keeps the process up, until it is closed.
 */
public final class SqsConsumer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SqsConsumer.class);

  private final QueueAddress queue;
  private final SqsConsumerSettings settings;
  private final Loop loop;
  private final Polls polls;
  private final Reception reception;
  private volatile Wish wish = Wish.PAUSE;
  private volatile State state = State.PAUSED;
  private volatile long since = System.nanoTime();
  private volatile int inHand = 0;
  private volatile Optional<String> lastProblem = Optional.empty();
  private final CountDownLatch ended = new CountDownLatch(1);
  private boolean ending = false;

  private enum Wish {
    CONSUME,
    PAUSE,
    CLOSE
  }

  /**
   * A consumer, not started yet.
   *
   * @param sqs not closed by the consumer; it should not try again by itself
   * @param processor completes normally for what is to be deleted
   * @param attemptIds names requests, each once
   * @param incidents told what befalls messages, to be counted; must be thread-safe
   */
  public SqsConsumer(
      SqsAsyncClient sqs,
      FifoQueue queue,
      EventReader reader,
      DeliveryProcessor processor,
      SqsConsumerSettings settings,
      Supplier<String> attemptIds,
      Consumer<ConsumerIncident> incidents) {
    this.queue = new QueueAddress(queue.name(), queue.url());
    this.settings = settings;
    this.loop = new Loop("consume-" + queue.name(), this::note);
    this.reception = new Reception(
        sqs, this.queue, settings.visibilityTimeout(), reader, processor, incidents, loop);
    this.polls = new Polls(sqs, this.queue, settings, attemptIds, loop, reception::size, reception);
  }

  /** Begins to consume, in the background; to be called once. */
  public SqsConsumer start() {
    resume();
    loop.run(this::beat);
    return this;
  }

  /**
   * Stops asking, gives back what waits and finishes what is in hand, for another instance to go on
   * or for later. Returns at once.
   */
  public void pause() {
    change(Wish.PAUSE);
    loop.run(this::stopTaking);
  }

  /** Takes up consuming after {@link #pause}. */
  public void resume() {
    change(Wish.CONSUME);
    loop.run(this::startTaking);
  }

  /**
   * Stops asking, gives back what waits, finishes and deletes what is in hand within {@link
   * SqsConsumerSettings#drainTimeout}. Returns when that is done; what is not finished by then comes
   * again when its visibility ends.
   */
  @Override
  public void close() {
    change(Wish.CLOSE);
    loop.run(this::stopTaking);
    awaitEnd();
    loop.close(reception::loseAll);
    become(State.CLOSED);
  }

  /** The name of the queue. */
  public String queue() {
    return queue.name();
  }

  /** How it is doing, for health. */
  public SqsConsumerStatus status() {
    return new SqsConsumerStatus(
        queue.name(),
        toldState(),
        Duration.ofNanos(System.nanoTime() - since),
        lastProblem,
        inHand);
  }

  /** What was asked for counts at once, though the loop may not have heard of it yet. */
  private State toldState() {
    boolean takes = state == State.CONSUMING || state == State.CONNECTING;
    return takes && wish != Wish.CONSUME ? State.DRAINING : state;
  }

  /** Closing is for good. */
  private synchronized void change(Wish asked) {
    if (wish != Wish.CLOSE) {
      wish = asked;
    }
  }

  private void startTaking() {
    if (wish == Wish.CONSUME) {
      reception.start();
      polls.start();
    }
  }

  private void stopTaking() {
    if (wish != Wish.CONSUME) {
      polls.stop();
      reception.stop();
      ending = wish == Wish.CLOSE;
    }
  }

  private void beat() {
    reception.beat();
    loop.runLater(settings.visibilityTimeout().dividedBy(3), this::beat);
  }

  private boolean isBusy() {
    return polls.areUnderWay() || reception.isBusy();
  }

  /** After each step. */
  private void note() {
    polls.pollWhileRoom();
    inHand = reception.inHand();
    lastProblem = polls.lastProblem();
    become(currentState());
    if (ending && !isBusy()) {
      ended.countDown();
    }
  }

  private State currentState() {
    if (wish == Wish.CONSUME) {
      return polls.succeed() ? State.CONSUMING : State.CONNECTING;
    }
    return isBusy() ? State.DRAINING : State.PAUSED;
  }

  private void become(State next) {
    if (state != next) {
      since = System.nanoTime();
      state = next;
    }
  }

  private void awaitEnd() {
    try {
      if (!ended.await(settings.drainTimeout().toNanos(), TimeUnit.NANOSECONDS)) {
        LOG.warn("Of {} not all that was in hand could be finished; it comes again", queue.name());
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }
}
