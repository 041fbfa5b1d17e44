package dev.eventmanager.benchmarks.bridge;

import static dev.eventmanager.benchmarks.measuring.Machine.print;

import dev.eventmanager.benchmarks.measuring.Machine;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the bridge holds while very many events wait and SQS is away, and how it gets rid of them. */
@Command(
    name = "bridge-backlog",
    description = "The heap while very many events wait for SQS, and the rate as they leave.")
public final class BridgeBacklog implements Callable<Integer> {

  private static final String NAME = "benchmark-backlog";
  private static final String QUEUE = NAME + ".fifo";
  private static final int PARTS = 10;

  @Mixin
  private Machine machine = new Machine();

  @Mixin
  private SqsOptions options = new SqsOptions();

  @Option(names = "--events", defaultValue = "1000000", description = "Default ${DEFAULT-VALUE}.")
  private int count;

  @Option(names = "--groups", defaultValue = "1000", description = "Default ${DEFAULT-VALUE}.")
  private int groups;

  @Option(names = "--file", description = "The bridge's database is an H2 file, not PostgreSQL.")
  private boolean file;

  private final NumberedEvents events = new NumberedEvents(NAME);

  @Override
  public Integer call() throws Exception {
    try (SqsProcess sqs = SqsProcess.start(options);
        RabbitTransport broker = machine.broker();
        BridgeUnderTest bridge = BridgeUnderTest.start(
            machine, sqs, NAME, file ? Machine.bridgeOnFile() : machine.bridgeOnPostgres())) {
      Machine.printLoad();
      warmUp(broker, bridge, sqs);
      printHeap("before");
      sqs.kill();
      fill(broker);
      sqs.restart();
      drain(bridge, sqs);
    }
    return 0;
  }

  private void warmUp(RabbitTransport broker, BridgeUnderTest bridge, SqsProcess sqs)
      throws Exception {
    publish(broker, count / PARTS);
    bridge.awaitSent(count / PARTS);
    sqs.tally(QUEUE).require(events);
  }

  private void fill(RabbitTransport broker) throws InterruptedException {
    events.restart();
    for (int part = 0; part < PARTS; part++) {
      publish(broker, count / PARTS);
      if (part % 3 == 0) {
        printHeap("SQS is away, %d wait".formatted((part + 1) * (count / PARTS)));
      }
    }
  }

  private void publish(RabbitTransport broker, int many) throws InterruptedException {
    Publishing publishing = new Publishing(broker);
    for (int i = 0; i < many; i++) {
      publishing.publish(events.next("group-" + i % groups));
    }
    publishing.await();
  }

  private void drain(BridgeUnderTest bridge, SqsProcess sqs) throws Exception {
    // The restarted one knows no queue.
    sqs.queue(QUEUE);
    long before = bridge.sent();
    bridge.awaitSent(before + 1);
    for (int part = 1; part <= PARTS; part++) {
      long began = System.nanoTime();
      long from = bridge.sent();
      bridge.awaitSent(before + (long) part * (count / PARTS));
      double seconds = (System.nanoTime() - began) / 1e9;
      print("  part %2d: %.0f a second", part, (bridge.sent() - from) / seconds);
      if (part % 3 == 1) {
        printHeap("as they leave");
      }
    }
    Tally tally = sqs.tally(QUEUE).require(events);
    print("%d taken, each once and in its place", tally.count());
  }

  private static void printHeap(String when) {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    print(
        "  %-32s %d MB of heap, %d threads",
        when,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
        ManagementFactory.getThreadMXBean().getThreadCount());
    Machine.printLoad();
  }
}
