package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.transport.EventTransport;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what transactions have committed to the outbox, at least once. Thread-safe.
 *
 * <p><b>Order.</b> Events of one ordering key leave in the order in which they were stored: at most
 * one of them awaits its outcome at a time, while those of other keys go on beside it. See {@link
 * OutboxTransport} for what that asks of the transactions.
 *
 * <p><b>Failures.</b> An event of which the outcome is unknown is sent again under the same event
 * id. One that is unroutable or rejected stays, is tried again after a wait that doubles each time,
 * and holds back its own key alone; {@link OutboxStatus} shows it.
 *
 * <p><b>Instances.</b> Any number of relays share one database. Each leases some of its shards, and
 * the others take over the shards of one that has died once its lease ends ({@link
 * RelaySettings#lease}), or at once when it was closed. Events that the lost relay had sent and not
 * yet deleted are then sent twice.
 */
public final class OutboxRelay implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(2);

  private final DataSource dataSource;
  private final EventTransport transport;
  private final RelaySettings settings;
  private final String name;
  private final Nudges nudges = new Nudges();

  private volatile @Nullable RelayLoop loop;
  private volatile @Nullable Thread thread;

  /**
   * A relay, not yet started.
   *
   * @param dataSource where the outbox stands
   * @param transport where the events go; its outcomes decide what becomes of each row
   * @param name this relay's name, unique among those that share the database
   */
  public OutboxRelay(
      DataSource dataSource, EventTransport transport, RelaySettings settings, String name) {
    this.dataSource = dataSource;
    this.transport = transport;
    this.settings = settings;
    this.name = name;
  }

  /** Begins to relay, on a thread of its own; does nothing where it has begun already. */
  public synchronized void start() {
    if (isRunning()) {
      return;
    }
    RelayLoop started = new RelayLoop(dataSource, transport, settings, name, nudges);
    Thread runner = new Thread(started, "event-manager-outbox-relay");
    runner.setDaemon(true);
    loop = started;
    thread = runner;
    runner.start();
  }

  /** Whether it has been started and not stopped. */
  public boolean isRunning() {
    Thread runner = thread;
    return runner != null && runner.isAlive();
  }

  /**
   * Takes no further events, waits for those under way as long as {@link RelaySettings#stopWithin}
   * says, and leaves the rest to the other relays at once. May be started again.
   */
  @Override
  public synchronized void close() {
    RelayLoop running = loop;
    Thread runner = thread;
    if (running == null || runner == null) {
      return;
    }
    running.stop();
    try {
      runner.join(settings.stopWithin().plus(GRACE).toMillis());
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
    // Where it still runs it is stuck in the transport or the database.
    runner.interrupt();
    loop = null;
    thread = null;
  }

  /** A row was committed: look at it now. */
  void nudge(int shard) {
    wakeIf(nudges.add(shard));
  }

  /** A later event was committed: look whether it is due. */
  void nudgeLater() {
    wakeIf(nudges.addLater());
  }

  private void wakeIf(boolean asleep) {
    RelayLoop running = loop;
    if (asleep && running != null) {
      running.wake();
    }
  }
}
