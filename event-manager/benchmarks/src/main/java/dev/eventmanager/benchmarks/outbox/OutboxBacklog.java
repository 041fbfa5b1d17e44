package dev.eventmanager.benchmarks.outbox;

import static dev.eventmanager.benchmarks.measuring.Machine.print;

import com.rabbitmq.client.Connection;
import com.zaxxer.hikari.HikariDataSource;
import dev.eventmanager.benchmarks.measuring.Arrivals;
import dev.eventmanager.benchmarks.measuring.Delays;
import dev.eventmanager.benchmarks.measuring.Figures;
import dev.eventmanager.benchmarks.measuring.Machine;
import dev.eventmanager.jdbc.outbox.OutboxRelay;
import dev.eventmanager.jdbc.outbox.OutboxTransport;
import dev.eventmanager.jdbc.outbox.RelaySettings;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a long backlog does to the relay: to its rate, and to the delay of keys beside it. */
@Command(name = "outbox-backlog", description = "The relay with a long backlog and with a short.")
public final class OutboxBacklog implements Callable<Integer> {

  private static final int SHARDS = 16;
  private static final int SHORT = 200_000;
  private static final int KEYS_BESIDE = 40;

  @Mixin
  private Machine machine = new Machine();

  @Option(names = "--rows", defaultValue = "10000000", description = "Default ${DEFAULT-VALUE}.")
  private long rows;

  @Option(names = "--seconds", defaultValue = "20", description = "A run; ${DEFAULT-VALUE}.")
  private int seconds;

  private final SampleEvents events = new SampleEvents();
  private final Arrivals arrivals = new Arrivals();
  private final LongAdder delivered = new LongAdder();

  @Override
  public Integer call() throws Exception {
    try (HikariDataSource database = machine.database();
        RabbitTransport broker = machine.broker();
        Connection consumer = machine.consume(this::arrived)) {
      print("consumer %s", consumer.getAddress());
      measure(database, broker, 0);
      measure(database, broker, SHORT);
      measure(database, broker, rows);
    }
    return 0;
  }

  private void arrived(String eventId) {
    delivered.increment();
    arrivals.arrived(eventId);
  }

  private void measure(HikariDataSource database, RabbitTransport broker, long backlog)
      throws Exception {
    JdbcClient jdbc = JdbcClient.create(database);
    jdbc.sql("truncate event_manager_outbox").update();
    Backlog rowsWaiting = new Backlog(database);
    // The last shard has none, so that its keys show what the backlog of the others costs them.
    rowsWaiting.fillOutbox(backlog, SHARDS - 1);
    long readBefore = rowsWaiting.fullReads();
    Machine.printLoad();
    print("backlog of %d rows, %s", backlog, rowsWaiting.size());
    try (OutboxRelay relay =
        new OutboxRelay(database, broker, RelaySettings.defaults(), "benchmark")) {
      OutboxTransport outbox = new OutboxTransport(database, relay, broker);
      relay.start();
      TimeUnit.SECONDS.sleep(3);
      delivered.reset();
      long began = System.nanoTime();
      Delays delays = new Delays(arrivals, Machine.transactions(database));
      Iterator<String> keys = keysOfLastShard(database, outbox).iterator();
      Figures beside =
          delays.measure(20, 20 * seconds, () -> delays.commit(outbox, events.of(keys.next())));
      print(
          "  relayed %.0f a second; commit to delivery in the shard beside: %s",
          delivered.sum() * 1e9 / (System.nanoTime() - began), Delays.text(beside));
    }
    TimeUnit.SECONDS.sleep(1); // until the statistics are there
    print("  rows read without index: %d", rowsWaiting.fullReads() - readBefore);
  }

  /** Endlessly the same few, so that no event waits for one of its own key. */
  private static Stream<String> keysOfLastShard(HikariDataSource database, OutboxTransport outbox) {
    List<String> keys = IntStream.iterate(0, n -> n + 1)
        .mapToObj(n -> "beside-" + n)
        .filter(key -> isInLastShard(database, outbox, key))
        .limit(KEYS_BESIDE)
        .toList();
    return IntStream.iterate(0, n -> (n + 1) % KEYS_BESIDE).mapToObj(keys::get);
  }

  private static boolean isInLastShard(
      HikariDataSource database, OutboxTransport outbox, String key) {
    return Boolean.TRUE.equals(Machine.transactions(database).execute(status -> {
      status.setRollbackOnly();
      outbox.send(new SampleEvents().of(key)).join();
      return JdbcClient.create(database)
          .sql("select 1 from event_manager_outbox where shard = ? and ordering_key = ?")
          .params(SHARDS - 1, key)
          .query(Integer.class)
          .optional()
          .isPresent();
    }));
  }
}
