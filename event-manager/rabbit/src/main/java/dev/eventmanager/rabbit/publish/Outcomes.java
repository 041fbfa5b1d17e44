package dev.eventmanager.rabbit.publish;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.rabbit.connection.NamedThreads;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells callers their outcomes, on threads of its own: what callers chain to an outcome must not
 * run on the connection's thread, which it could block for everybody. Thread-safe.
 *
 * <p>Outcomes that arrive together are told together. While one thread tells, or is kept by a
 * caller that blocks, another may tell later ones.
 */
final class Outcomes implements AutoCloseable {

  private final ExecutorService tellers =
      Executors.newCachedThreadPool(new NamedThreads("outcome"));
  private final Queue<Runnable> toTell = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean someoneIsComing = new AtomicBoolean();

  void tell(OutgoingMessage message, PublishOutcome outcome) {
    toTell.add(() -> message.outcome().complete(outcome));
    if (!someoneIsComing.get() && someoneIsComing.compareAndSet(false, true)) {
      sendSomeone();
    }
  }

  /** After the end there is nobody to send; what comes that late is told on the spot. */
  private void sendSomeone() {
    try {
      tellers.execute(this::tellAll);
    } catch (RejectedExecutionException closed) {
      tellAll();
    }
  }

  private void tellAll() {
    someoneIsComing.set(false);
    Runnable next = toTell.poll();
    while (next != null) {
      next.run();
      next = toTell.poll();
    }
  }

  @Override
  public void close() {
    tellers.shutdown();
  }
}
