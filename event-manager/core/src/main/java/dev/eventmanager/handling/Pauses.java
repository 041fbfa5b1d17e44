package dev.eventmanager.handling;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Which queues pause because what their handlers need is away, such as the database. Thread-safe.
 *
 * <p>From the first failure of the class {@link FailureClass#PAUSING} on nothing of the queue is
 * begun. One event at a time probes, after waits that grow up to a limit, until one passes; then all
 * go on. Nothing goes back to the broker and no attempt is counted, so what waits is no more than
 * the queue's prefetch.
 */
public final class Pauses {

  private static final Duration FIRST_PROBE = Duration.ofMillis(250);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final Map<String, QueuePause> queues = new ConcurrentHashMap<>();
  private final FailureClassifier classifier;
  private final HandlerThreads threads;
  private final Duration firstProbe;
  private final Duration longestWait;

  public Pauses(FailureClassifier classifier, HandlerThreads threads) {
    this(classifier, threads, FIRST_PROBE, LONGEST_WAIT);
  }

  Pauses(
      FailureClassifier classifier,
      HandlerThreads threads,
      Duration firstProbe,
      Duration longestWait) {
    this.classifier = classifier;
    this.threads = threads;
    this.firstProbe = firstProbe;
    this.longestWait = longestWait;
  }

  /** Why the queue pauses and since when, for health; empty while its events flow. */
  public Optional<PauseStatus> status(String queue) {
    return Optional.ofNullable(queues.get(queue)).flatMap(QueuePause::status);
  }

  /** Gives up what waits, for a service that stops: it stays with the broker. */
  public void giveUpWaiting() {
    queues.values().forEach(QueuePause::giveUpWaiting);
  }

  /**
   * Takes a step at a delivery as soon as its queue does not pause, again and again until it does
   * not fail for what pauses. Returns at once.
   *
   * @return completes as the step does; exceptionally with {@link NotOursException} where the
   *     delivery was lost while it waited
   */
  <T> CompletableFuture<T> pass(Delivery delivery, Supplier<CompletableFuture<T>> step) {
    Passage<T> passage = new Passage<>(delivery, step);
    queue(delivery.queue()).arrived(passage);
    return passage.result();
  }

  private QueuePause queue(String name) {
    return queues.computeIfAbsent(
        name, queue -> new QueuePause(queue, classifier, threads, firstProbe, longestWait));
  }
}
