package dev.eventmanager.handling;

import dev.eventmanager.ParkReason;
import dev.eventmanager.handling.AttemptOutcome.Failed;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An attempt under its time limit. At the limit it is abandoned and its thread interrupted, unless
 * its handler has returned by then: what is about to be committed is waited for.
 *
 * <p>Its own thread runs and settles it, the timer expires it; whichever comes first decides.
 */
final class WatchedAttempt {

  private static final Logger LOG = LoggerFactory.getLogger(WatchedAttempt.class);

  /** For a handler to end after the interrupt. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private enum State {
    RUNNING,
    SETTLED,
    ABANDONED,
    ENDED
  }

  private final Delivery delivery;
  private final TimeLimit limit;
  private final long begunNanos = System.nanoTime();
  private final HandlerThreads threads;
  private final CompletableFuture<AttemptOutcome> outcome;
  private final Thread thread = Thread.currentThread();
  private State state = State.RUNNING;
  private boolean replaced = false;
  private @Nullable HandlerTimeoutException timeout;

  WatchedAttempt(
      Delivery delivery,
      TimeLimit limit,
      HandlerThreads threads,
      CompletableFuture<AttemptOutcome> outcome) {
    this.delivery = delivery;
    this.limit = limit;
    this.threads = threads;
    this.outcome = outcome;
  }

  /** Runs it on the thread that made this, and throws what had it fail. */
  void run(Work work) throws Throwable {
    limit.begins(this);
    try {
      work.run(this);
      settle();
    } catch (Throwable failure) {
      throw failureOf(failure);
    } finally {
      limit.ends(this);
      end();
    }
  }

  long nanosUnderWay(long now) {
    return now - begunNanos;
  }

  /** To be called before the handler is, for which it may be too late. */
  synchronized void requireInTime() {
    if (timeout != null) {
      throw timeout;
    }
  }

  /** To be called when the handler has returned: from here on it is not abandoned any more. */
  synchronized void settle() {
    requireInTime();
    state = State.SETTLED;
  }

  /** Whether it was settled: a handler was called, and has returned. */
  synchronized boolean handlerReturned() {
    return state == State.SETTLED;
  }

  /** What else it threw then is but the consequence of the interrupt. */
  private synchronized Throwable failureOf(Throwable failure) {
    return timeout == null ? failure : timeout;
  }

  /** It has taken as long as it may. */
  synchronized void expire() {
    if (state == State.RUNNING) {
      state = State.ABANDONED;
      timeout = new HandlerTimeoutException(delivery, limit.limit(), thread.getStackTrace());
      thread.interrupt();
      threads.after(GRACE, this::giveUp);
    } else if (state == State.SETTLED) {
      replaceThread();
      LOG.warn(
          "{}: its handler has returned, but has not been committed within {}",
          delivery,
          limit.limit());
    }
  }

  /** Its lane goes on without it; should it ever return, nothing of it is committed. */
  private void giveUp() {
    HandlerTimeoutException stuck = stuck();
    if (stuck != null) {
      LOG.error(
          "{} is given up: its handler has not even ended when it was interrupted; thread {} is left to it, and another takes that one's place",
          delivery,
          thread.getName(),
          stuck);
      outcome.complete(new Failed(FailureClass.NOT_RETRIED, ParkReason.HANDLER_STUCK, stuck));
    }
  }

  private synchronized @Nullable HandlerTimeoutException stuck() {
    if (state != State.ABANDONED) {
      return null;
    }
    replaceThread();
    return timeout;
  }

  private void replaceThread() {
    replaced = true;
    threads.replaceOne();
  }

  private void end() {
    boolean isBack;
    synchronized (this) {
      if (state == State.ABANDONED) {
        Thread.interrupted(); // the interrupt was meant for the handler alone
      }
      state = State.ENDED;
      isBack = replaced;
    }
    if (isBack) {
      threads.replacedIsBack();
      LOG.info("{}: its handler has returned after all, on {}", delivery, thread.getName());
    }
  }

  /** What is watched. */
  @FunctionalInterface
  interface Work {
    void run(WatchedAttempt watch) throws Exception;
  }
}
