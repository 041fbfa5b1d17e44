package dev.eventmanager.benchmarks.bridge;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Publishes to the broker, many events at a time. Each key is to be one thread's. */
final class Publishing {

  private static final int WINDOW = 2_000;

  private final RabbitTransport broker;
  private final Semaphore room = new Semaphore(WINDOW);
  private final AtomicReference<@Nullable Object> trouble = new AtomicReference<>();

  Publishing(RabbitTransport broker) {
    this.broker = broker;
  }

  /** Returns as soon as there is room for it to be under way. */
  void publish(EncodedEvent event) throws InterruptedException {
    room.acquire();
    broker.send(event).whenComplete((outcome, never) -> {
      if (!(outcome instanceof PublishOutcome.Confirmed)) {
        trouble.set(outcome);
      }
      room.release();
    });
  }

  /** Returns once the broker has confirmed all. */
  void await() throws InterruptedException {
    room.acquire(WINDOW);
    room.release(WINDOW);
    if (trouble.get() != null) {
      throw new IllegalStateException("The broker did not take an event: " + trouble.get());
    }
  }
}
