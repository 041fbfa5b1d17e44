package dev.eventmanager.benchmarks.outbox;

import static dev.eventmanager.benchmarks.measuring.Machine.print;

import com.rabbitmq.client.Connection;
import com.zaxxer.hikari.HikariDataSource;
import dev.eventmanager.benchmarks.measuring.Machine;
import dev.eventmanager.jdbc.outbox.OutboxRelay;
import dev.eventmanager.jdbc.outbox.OutboxStatus;
import dev.eventmanager.jdbc.outbox.RelaySettings;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the relay holds while very many events wait and the broker is away, and as they leave. */
@Command(
    name = "outbox-memory",
    description = "The heap while very many events wait; to be run with a small one: java -Xmx64m.")
public final class OutboxMemory implements Callable<Integer> {

  @Mixin
  private Machine machine = new Machine();

  @Option(names = "--rows", defaultValue = "1000000", description = "Default ${DEFAULT-VALUE}.")
  private long rows;

  @Option(names = "--later", description = "They are kept for later, and all due at once.")
  private boolean later;

  @Option(names = "--seconds-away", defaultValue = "60", description = "Default ${DEFAULT-VALUE}.")
  private int secondsAway;

  private final LongAdder delivered = new LongAdder();

  @Override
  public Integer call() throws Exception {
    try (HikariDataSource database = machine.database();
        RabbitTransport absent = machine.absentBroker();
        RabbitTransport present = machine.broker();
        Connection consumer = machine.consume(id -> delivered.increment())) {
      AtomicBoolean away = new AtomicBoolean(true);
      Backlog backlog = new Backlog(database);
      if (later) {
        backlog.fillLater(rows);
      } else {
        backlog.fillOutbox(rows, 16);
      }
      Machine.printLoad();
      print(
          "%d events wait, heap of at most %d MB, consumer %s",
          rows, Runtime.getRuntime().maxMemory() >> 20, consumer.getAddress());
      try (OutboxRelay relay = new OutboxRelay(
          database,
          event -> (away.get() ? absent : present).send(event),
          RelaySettings.defaults(),
          "benchmark")) {
        printHeap("before the relay starts");
        relay.start();
        for (int i = 0; i < 3; i++) {
          TimeUnit.SECONDS.sleep(Math.max(1, secondsAway / 3));
          printHeap("while the broker is away");
        }
        away.set(false);
        drain(new OutboxStatus(database));
      }
    }
    return 0;
  }

  private void drain(OutboxStatus outbox) throws InterruptedException {
    long began = System.nanoTime();
    while (outbox.pending(1) + outbox.later(1) > 0) {
      TimeUnit.SECONDS.sleep(10);
      printHeap("delivered " + delivered.sum());
    }
    print(
        "%d delivered, %.0f a second",
        delivered.sum(), delivered.sum() * 1e9 / (System.nanoTime() - began));
  }

  private static void printHeap(String when) {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    print("  %-28s %d MB", when, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }
}
