package dev.eventmanager.benchmarks.outbox;

import static dev.eventmanager.benchmarks.measuring.Machine.print;

import com.rabbitmq.client.Connection;
import com.zaxxer.hikari.HikariDataSource;
import dev.eventmanager.benchmarks.measuring.Figures;
import dev.eventmanager.benchmarks.measuring.Machine;
import dev.eventmanager.jdbc.outbox.OutboxRelay;
import dev.eventmanager.jdbc.outbox.OutboxTransport;
import dev.eventmanager.jdbc.outbox.RelaySettings;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How many events a second are committed one a transaction, with and without the library. */
@Command(name = "outbox-rate", description = "Events committed one a transaction: a second.")
public final class OutboxRate implements Callable<Integer> {

  @Mixin
  private Machine machine = new Machine();

  @Option(names = "--threads", defaultValue = "8", description = "Default ${DEFAULT-VALUE}.")
  private int threads;

  @Option(names = "--seconds", defaultValue = "10", description = "A run; ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(names = "--rounds", defaultValue = "5", description = "Default ${DEFAULT-VALUE}.")
  private int rounds;

  private final SampleEvents events = new SampleEvents();
  private final LongAdder delivered = new LongAdder();

  @Override
  public Integer call() throws Exception {
    Figures bare = new Figures();
    Figures stored = new Figures();
    Figures relayed = new Figures();
    Figures arriving = new Figures();
    try (HikariDataSource database = machine.database();
        RabbitTransport broker = machine.broker();
        Connection consumer = machine.consume(id -> delivered.increment())) {
      print("%d threads, %d s a run, consumer %s", threads, seconds, consumer.getAddress());
      warmUp(database, broker);
      for (int round = 0; round < rounds; round++) {
        Machine.printLoad();
        bare.add(measure(database, bareInsert(database)));
        stored.add(measure(database, publish(database, relay(database, broker))));
        measureRelayed(database, broker, relayed, arriving);
        print(
            "  bare SQL %s | outbox, no relay %s | outbox and relay %s, delivered meanwhile %s",
            bare.summary(), stored.summary(), relayed.summary(), arriving.summary());
      }
    }
    print("outbox and relay / bare SQL: %.0f %%", 100 * relayed.median() / bare.median());
    print("outbox and relay / no relay: %.0f %%", 100 * relayed.median() / stored.median());
    return 0;
  }

  /** What the virtual machine still compiles is not what is asked. */
  private void warmUp(HikariDataSource database, RabbitTransport broker) throws Exception {
    measure(database, bareInsert(database));
    measureRelayed(database, broker, new Figures(), new Figures());
  }

  private void measureRelayed(
      HikariDataSource database, RabbitTransport broker, Figures committed, Figures arriving)
      throws Exception {
    try (OutboxRelay relay = relay(database, broker)) {
      relay.start();
      delivered.reset();
      long began = System.nanoTime();
      committed.add(run(publish(database, relay)));
      arriving.add(delivered.sum() * 1e9 / (System.nanoTime() - began));
    }
    empty(database);
  }

  private double measure(HikariDataSource database, Committers.Work work)
      throws InterruptedException {
    double rate = run(work);
    empty(database);
    return rate;
  }

  private double run(Committers.Work work) throws InterruptedException {
    return Committers.rate(threads, Duration.ofSeconds(seconds), work);
  }

  private static void empty(HikariDataSource database) {
    JdbcClient.create(database).sql("truncate event_manager_outbox").update();
  }

  private static OutboxRelay relay(HikariDataSource database, RabbitTransport broker) {
    return new OutboxRelay(database, broker, RelaySettings.defaults(), "benchmark");
  }

  /** The row that the outbox inserts, by the driver alone. */
  private Committers.Work bareInsert(HikariDataSource database) {
    return () -> new BareInsert(database.getConnection(), events);
  }

  private Committers.Work publish(HikariDataSource database, OutboxRelay relay) {
    TransactionTemplate transaction = Machine.transactions(database);
    OutboxTransport outbox = new OutboxTransport(database, relay, event -> {
      throw new IllegalStateException("published outside of the transaction");
    });
    return () -> () -> transaction.execute(status -> outbox.send(events.next()).join());
  }
}
