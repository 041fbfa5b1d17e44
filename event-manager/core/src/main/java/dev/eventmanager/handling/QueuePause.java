package dev.eventmanager.handling;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a queue's events waiting while what their handlers need is away. Thread-safe. */
final class QueuePause {

  private static final Logger LOG = LoggerFactory.getLogger(QueuePause.class);
  private static final int MOST_DOUBLINGS = 20;

  private final String queue;
  private final FailureClassifier classifier;
  private final HandlerThreads threads;
  private final Duration firstProbe;
  private final Duration longestWait;
  private final Deque<Passage<?>> waiting = new ArrayDeque<>();

  /** Null while events flow; written under the lock, read without it on the good path. */
  private volatile @Nullable Throwable cause;

  private @Nullable Passage<?> probe;
  private boolean probeIsDue = false;
  private int failedProbes = 0;
  private long begunNanos = 0;

  QueuePause(
      String queue,
      FailureClassifier classifier,
      HandlerThreads threads,
      Duration firstProbe,
      Duration longestWait) {
    this.queue = queue;
    this.classifier = classifier;
    this.threads = threads;
    this.firstProbe = firstProbe;
    this.longestWait = longestWait;
  }

  synchronized Optional<PauseStatus> status() {
    Throwable current = cause;
    return current == null
        ? Optional.empty()
        : Optional.of(new PauseStatus(FailureLine.of(current), lasting(), waiting.size()));
  }

  void arrived(Passage<?> passage) {
    if (cause == null || mayGo(passage)) {
      passage.take(this);
    }
  }

  private synchronized boolean mayGo(Passage<?> passage) {
    if (cause == null) {
      return true;
    }
    if (probeIsDue) {
      probeIsDue = false;
      probe = passage;
      return true;
    }
    waiting.add(passage);
    return false;
  }

  /** Whether that is how the step ended; if not, it is taken again after the pause. */
  boolean letsPass(Passage<?> passage, @Nullable Throwable failure) {
    if (failure instanceof NotOursException) {
      if (isProbe(passage)) {
        probeNext();
      }
      return true;
    }
    if (failure != null
        && classifier.classify(failure) == FailureClass.PAUSING
        && keeps(passage, failure)) {
      return false;
    }
    if (isProbe(passage)) {
      goOn();
    }
    return true;
  }

  private synchronized boolean isProbe(Passage<?> passage) {
    return probe == passage;
  }

  private synchronized boolean keeps(Passage<?> passage, Throwable failure) {
    if (cause == null && !passage.mayBeginPause()) {
      return false;
    }
    waiting.addLast(passage);
    if (cause == null) {
      begin(failure);
    } else if (probe == passage) {
      cause = failure;
      failedProbes++;
      scheduleProbe();
    } else if (probeIsDue) {
      probeIsDue = false; // it was begun before the pause, and nobody else may ever come
      scheduleProbe();
    }
    return true;
  }

  private void begin(Throwable failure) {
    cause = failure;
    begunNanos = System.nanoTime();
    failedProbes = 0;
    LOG.warn(
        "Queue {} pauses; one event at a time probes, at least every {} s, and attempts do not count, until this is over: {}",
        queue,
        longestWait.toSeconds(),
        FailureLine.of(failure));
    scheduleProbe();
  }

  private void scheduleProbe() {
    probe = null;
    long wait = firstProbe.toMillis() << Math.min(failedProbes, MOST_DOUBLINGS);
    try {
      threads.after(Duration.ofMillis(Math.min(wait, longestWait.toMillis())), this::probeNext);
    } catch (RejectedExecutionException stopped) {
      giveUpWaiting();
    }
  }

  private void probeNext() {
    removeStale().forEach(Passage::giveUp);
    Passage<?> next = nextProbe();
    if (next != null) {
      next.take(this);
    }
  }

  private synchronized List<Passage<?>> removeStale() {
    List<Passage<?>> stale =
        List.copyOf(waiting.stream().filter(passage -> !passage.isOurs()).toList());
    waiting.removeAll(stale);
    return stale;
  }

  /** The one that has waited longest; where none does, the next to come. */
  private synchronized @Nullable Passage<?> nextProbe() {
    probe = waiting.poll();
    probeIsDue = probe == null;
    return probe;
  }

  private void goOn() {
    List<Passage<?>> all = end();
    all.forEach(passage -> passage.take(this));
  }

  private synchronized List<Passage<?>> end() {
    LOG.info("Queue {} goes on after {} s of pause", queue, lasting().toSeconds());
    cause = null;
    probe = null;
    return takeWaiting();
  }

  void giveUpWaiting() {
    takeWaiting().forEach(Passage::giveUp);
  }

  private synchronized List<Passage<?>> takeWaiting() {
    List<Passage<?>> all = List.copyOf(waiting);
    waiting.clear();
    return all;
  }

  private Duration lasting() {
    return Duration.ofNanos(System.nanoTime() - begunNanos);
  }
}
