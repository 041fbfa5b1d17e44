package dev.eventmanager.benchmarks.bridge;

import com.sun.management.OperatingSystemMXBean;
import dev.eventmanager.benchmarks.measuring.Figures;
import java.lang.management.ManagementFactory;

/** A way to get events to a queue of SQS; and how it did, run by run. */
abstract class Sending {

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final Figures rates = new Figures();
  private final Figures microseconds = new Figures();
  private final SqsProcess sqs;
  private final String queue;
  final NumberedEvents events;

  /**
   * To a queue of its own.
   *
   * @param name of it, without {@code .fifo}, and of the exchange
   */
  Sending(String name, SqsProcess sqs) {
    this.sqs = sqs;
    this.queue = name + ".fifo";
    this.events = new NumberedEvents(name);
  }

  /** Has so many events ready, their keys taking turns. */
  abstract void prepare(int count, int groups) throws Exception;

  /** Sends them, and returns when SQS has them. */
  abstract void send() throws Exception;

  /**
   * Sends so many and holds what SQS took to what was sent.
   *
   * @return how many a second
   */
  final double run(int count, int groups) throws Exception {
    prepare(count, groups);
    sqs.forgetTimes(queue);
    long processorTime = system.getProcessCpuTime();
    send();
    microseconds.add((system.getProcessCpuTime() - processorTime) / 1e3 / count);
    double rate = sqs.tally(queue).require(events).rate();
    rates.add(rate);
    return rate;
  }

  /** Does the same, and forgets how it did: what is still compiled meanwhile is not what is asked. */
  final void warmUp(int count, int groups) throws Exception {
    run(count, groups);
    rates.clear();
    microseconds.clear();
  }

  /** Events a second, and what each takes of this process's processor time. */
  final String summary() {
    return "%s a second, %.0f microseconds of processor time each"
        .formatted(rates.summary(), microseconds.median());
  }
}
