package dev.eventmanager.benchmarks.outbox;

import static dev.eventmanager.benchmarks.measuring.Machine.print;

import com.rabbitmq.client.Connection;
import com.zaxxer.hikari.HikariDataSource;
import dev.eventmanager.benchmarks.measuring.Arrivals;
import dev.eventmanager.benchmarks.measuring.Delays;
import dev.eventmanager.benchmarks.measuring.Machine;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.jdbc.outbox.OutboxRelay;
import dev.eventmanager.jdbc.outbox.OutboxTransport;
import dev.eventmanager.jdbc.outbox.RelaySettings;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long an event takes from the commit of its transaction to a consumer. */
@Command(name = "outbox-delay", description = "From the commit to a consumer: milliseconds.")
public final class OutboxDelay implements Callable<Integer> {

  @Mixin
  private Machine machine = new Machine();

  @Option(names = "--rate", defaultValue = "100", description = "A second; ${DEFAULT-VALUE}.")
  private int rate;

  @Option(names = "--seconds", defaultValue = "10", description = "A run; ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(names = "--rounds", defaultValue = "5", description = "Default ${DEFAULT-VALUE}.")
  private int rounds;

  private final SampleEvents events = new SampleEvents();
  private final Arrivals arrivals = new Arrivals();

  @Override
  public Integer call() throws Exception {
    try (HikariDataSource database = machine.database();
        RabbitTransport broker = machine.broker();
        Connection consumer = machine.consume(arrivals::arrived);
        OutboxRelay relay =
            new OutboxRelay(database, broker, RelaySettings.defaults(), "benchmark")) {
      print("%d events a second, consumer %s", rate, consumer.getAddress());
      relay.start();
      OutboxTransport outbox = new OutboxTransport(database, relay, broker);
      Delays delays = new Delays(arrivals, Machine.transactions(database));
      delays.measure(rate, 2 * rate, () -> delays.commit(outbox, events.next()));
      for (int round = 0; round < rounds; round++) {
        Machine.printLoad();
        report("straight to the broker", delays, () -> {
          EncodedEvent event = events.next();
          arrivals.expect(event.metadata().id());
          return broker.send(event).join();
        });
        report("commit to delivery", delays, () -> delays.commit(outbox, events.next()));
        print("    the commit itself: %s", Delays.text(delays.commits()));
      }
    }
    return 0;
  }

  private void report(String name, Delays delays, Callable<?> publish) throws Exception {
    print("  %-22s %s", name, Delays.text(delays.measure(rate, rate * seconds, publish)));
  }
}
