package dev.eventmanager.benchmarks.outbox;

import static dev.eventmanager.benchmarks.measuring.Machine.print;

import com.zaxxer.hikari.HikariDataSource;
import dev.eventmanager.Event;
import dev.eventmanager.EventType;
import dev.eventmanager.Exchange;
import dev.eventmanager.benchmarks.measuring.Figures;
import dev.eventmanager.benchmarks.measuring.Machine;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.handling.Delivery;
import dev.eventmanager.handling.Handling;
import dev.eventmanager.handling.Subscription;
import dev.eventmanager.jdbc.inbox.InboxInterceptor;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How many transactions of a handler a second, with and without the inbox. */
@Command(name = "inbox-rate", description = "Transactions of a handler: a second.")
public final class InboxRate implements Callable<Integer> {

  private static final EventType<String> SUBMIT =
      Exchange.topic(Machine.EXCHANGE).event("submit", String.class);
  private static final Subscription SUBSCRIPTION =
      Subscription.of("benchmark", "benchmark.*.submit", String.class, (payload, metadata) -> {});

  @Mixin
  private Machine machine = new Machine();

  @Option(names = "--threads", defaultValue = "8", description = "Default ${DEFAULT-VALUE}.")
  private int threads;

  @Option(names = "--seconds", defaultValue = "10", description = "A run; ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(names = "--rounds", defaultValue = "5", description = "Default ${DEFAULT-VALUE}.")
  private int rounds;

  private final SampleEvents events = new SampleEvents();

  @Override
  public Integer call() throws Exception {
    Figures bare = new Figures();
    Figures once = new Figures();
    try (HikariDataSource database = machine.database()) {
      JdbcClient jdbc = JdbcClient.create(database);
      jdbc.sql("create table effect (id bigint generated always as identity primary key,"
              + " ordering_key varchar not null, body bytea not null)")
          .update();
      InboxInterceptor inbox = new InboxInterceptor(database, new JdbcTransactionManager(database));
      TransactionTemplate transaction = Machine.transactions(database);
      print("%d threads, %d s a run", threads, seconds);
      for (int round = 0; round < rounds; round++) {
        Machine.printLoad();
        bare.add(run(() -> () -> transaction.execute(status -> effect(jdbc, events.next()))));
        once.add(run(() -> () -> handle(inbox, jdbc, events.next())));
        jdbc.sql("truncate effect, event_manager_inbox").update();
        print("  without inbox %s | with inbox %s", bare.summary(), once.summary());
      }
    }
    print("with / without: %.0f %%", 100 * once.median() / bare.median());
    return 0;
  }

  private double run(Committers.Work work) throws InterruptedException {
    return Committers.rate(threads, Duration.ofSeconds(seconds), work);
  }

  private static int effect(JdbcClient jdbc, EncodedEvent event) {
    return jdbc.sql("insert into effect (ordering_key, body) values (?, ?)")
        .params(event.metadata().orderingKey(), event.body())
        .update();
  }

  private static boolean handle(InboxInterceptor inbox, JdbcClient jdbc, EncodedEvent event)
      throws Exception {
    Delivery delivery = new Delivery("benchmark", event, false, () -> true);
    Event<String> decoded = new Event<>(SUBMIT, "", event.metadata());
    inbox.intercept(
        new Handling(delivery, decoded, SUBSCRIPTION, 1, true), () -> effect(jdbc, event));
    return true;
  }
}
