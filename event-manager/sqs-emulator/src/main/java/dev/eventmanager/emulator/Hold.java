package dev.eventmanager.emulator;

import dev.eventmanager.emulator.FaultProxy.Fault;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Keeps requests, or their answers, until a test lets them go. For one use. */
public final class Hold {

  private final Semaphore held = new Semaphore(0);
  private final CountDownLatch released = new CountDownLatch(1);

  /** Keeps a request back from SQS. */
  public Fault request() {
    return (request, target) -> {
      keep();
      return target.send(request);
    };
  }

  /** Lets SQS act, and keeps its answer back. */
  public Fault answer() {
    return (request, target) -> {
      var answer = target.send(request);
      keep();
      return answer;
    };
  }

  /**
   * Waits until one more request is held.
   *
   * @throws AssertionError if none came within this time
   */
  public void awaitOne(Duration limit) throws InterruptedException {
    if (!held.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("No request was held within " + limit);
    }
  }

  /** Lets go what is held, and what would be held later. */
  public void release() {
    released.countDown();
  }

  private void keep() {
    held.release();
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The proxy was closed meanwhile", e);
    }
  }
}
