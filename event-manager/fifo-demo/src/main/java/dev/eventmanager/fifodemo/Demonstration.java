package dev.eventmanager.fifodemo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Plays the same on a standard and on a FIFO queue at once, and deletes both afterwards. */
final class Demonstration implements AutoCloseable {

  private final List<DemoQueue> queues = new ArrayList<>();
  private final Endpoint endpoint;
  private final Settings settings;

  Demonstration(Endpoint endpoint, Settings settings) {
    this.endpoint = endpoint;
    this.settings = settings;
  }

  /**
   * Plays it.
   *
   * @param name of the queues, which nothing else must have
   * @param live is told each thing that happens, from many threads
   */
  Report play(String name, Consumer<String> live) throws InterruptedException, ExecutionException {
    var onStandard = new Course(open(Kind.STANDARD, name), settings, live);
    var onFifo = new Course(open(Kind.FIFO, name), settings, live);
    var threads = Executors.newCachedThreadPool();
    try {
      var standard = threads.submit(onStandard);
      var fifo = threads.submit(onFifo);
      return new Report(standard.get(), fifo.get());
    } finally {
      threads.shutdownNow();
    }
  }

  private synchronized DemoQueue open(Kind kind, String name) {
    var queue = DemoQueue.create(endpoint.sqs, kind, name, settings);
    queues.add(queue);
    return queue;
  }

  /** Deletes the queues; a second time does nothing. */
  @Override
  public synchronized void close() {
    queues.forEach(DemoQueue::close);
    queues.clear();
  }
}
