package dev.eventmanager.rabbit.consume;

import dev.eventmanager.rabbit.connection.BrokerConnections;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that all instances of a service have their share of a queue's partitions. The broker
 * would leave all of them to the instance that came first.
 *
 * <p>Every instance consumes all partitions, so that another is there at once when one dies. The
 * one that is active on a partition that is not its own hands it over, to whoever waits for it
 * longest, until the right one has it.
 */
final class PartitionSharing implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PartitionSharing.class);

  private final List<QueueConsumer> partitions;
  private final Duration interval;
  private final Attendance attendance;
  private final Thread thread;
  private Share share = Share.UNKNOWN;

  PartitionSharing(
      String queue,
      BrokerConnections connections,
      List<QueueConsumer> partitions,
      Duration interval) {
    this.partitions = List.copyOf(partitions);
    this.interval = interval;
    this.attendance = new Attendance(queue, connections);
    this.thread = new Thread(this::run, "event-manager-share-" + queue);
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      while (true) {
        TimeUnit.NANOSECONDS.sleep(aboutTheInterval());
        round();
      }
    } catch (InterruptedException closed) {
      attendance.leave();
    }
  }

  /** Instances that were started together are not to act together. */
  private long aboutTheInterval() {
    return (long) (interval.toNanos() * ThreadLocalRandom.current().nextDouble(0.8, 1.2));
  }

  private void round() {
    try {
      Share before = share;
      share = attendance.share();
      if (share.isComplete() && share.equals(before)) {
        handOverWhatIsOthers();
      }
    } catch (IOException | RuntimeException unreachable) {
      // Whoever consumes says so; here it is enough to try again.
      LOG.debug("Partitions are not shared out now", unreachable);
      share = Share.UNKNOWN;
    }
  }

  private void handOverWhatIsOthers() {
    for (int partition = 0; partition < partitions.size(); partition++) {
      QueueConsumer each = partitions.get(partition);
      if (!share.has(partition) && each.isActive()) {
        LOG.info(
            "Handing over {}: {} instances share {} partitions, and it is not one of number {}'s",
            each.source(),
            share.instances(),
            partitions.size(),
            share.seat());
        each.handOver();
      }
    }
  }
}
