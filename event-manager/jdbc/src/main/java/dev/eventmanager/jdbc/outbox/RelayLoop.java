package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.jdbc.outbox.OutboxStore.Position;
import dev.eventmanager.transport.EventTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The relay's thread: everything it holds is confined to it, and whoever wants something of it
 * leaves a message.
 *
 * <p>A turn takes the answers of the broker, reads new rows, sends what may be sent, and brings the
 * database up to date.
 */
final class RelayLoop implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(RelayLoop.class);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private final OutboxStore store;
  private final RelaySettings settings;
  private final Nudges nudges;

  private final BlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();
  private final CountDownLatch stopping = new CountDownLatch(1);

  private final Lanes lanes = new Lanes();
  private final ShardScans scans = new ShardScans();
  private final Sending sending;
  private final Settlement settlement;
  private final ShardOwnership ownership;
  private final Timer nextPoll = new Timer();
  private boolean readSomething;
  private String lastProblem = "";

  RelayLoop(
      DataSource dataSource,
      EventTransport transport,
      RelaySettings settings,
      String relay,
      Nudges nudges) {
    this.store = new OutboxStore(dataSource);
    TransactionTemplate transaction =
        new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.settings = settings;
    this.nudges = nudges;
    this.sending = new Sending(transport, lanes, mailbox::add);
    this.settlement =
        new Settlement(store, new WaitingKeys(dataSource), transaction, settings, sending, lanes);
    this.ownership = new ShardOwnership(
        new ShardLeases(dataSource, relay, settings.lease()),
        transaction,
        settings.lease(),
        scans,
        lanes);
  }

  /** Has the loop look at its nudges; from any thread. */
  void wake() {
    mailbox.add(() -> {});
  }

  /** Asks the loop to end, once what is under way has ended; from any thread. */
  void stop() {
    stopping.countDown();
    wake();
  }

  @Override
  public void run() {
    while (!isStopping()) {
      try {
        turn();
        lastProblem = "";
      } catch (RuntimeException | Error failure) {
        report(failure);
        pauseAfterFailure();
      }
    }
    finish();
  }

  /** One problem is one entry in the log, however long it lasts; a database away needs no stack. */
  private void report(Throwable failure) {
    String problem = rootOf(failure).toString();
    if (problem.equals(lastProblem)) {
      return;
    }
    lastProblem = problem;
    if (failure instanceof DataAccessException || failure instanceof TransactionException) {
      LOG.warn("The outbox relay waits for its database: {}", problem);
    } else {
      LOG.warn("The outbox relay goes on in {}", PAUSE_AFTER_FAILURE, failure);
    }
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void turn() {
    takeMessages(readSomething ? 0 : nanosToWait());
    ownership.renewIfDue();
    if (nextPoll.isDue()) {
      nextPoll.set(settings.pollInterval());
      scans.restart();
      settlement.openDueKeys(scans.shards());
    }
    readSomething = fetch();
    sendReady();
    settlement.deleteConfirmed();
    settlement.setFailedAside();
    settlement.refillDrained();
    sendReady();
    ownership.handOver(sending.confirmed().isEmpty());
  }

  private long nanosToWait() {
    long poll = nextPoll.nanosLeft();
    long resume = sending.resume().nanosLeft();
    return resume > 0 ? Math.min(poll, resume) : poll;
  }

  private void takeMessages(long nanos) {
    try {
      Runnable message = mailbox.poll(nanos, TimeUnit.NANOSECONDS);
      while (message != null) {
        message.run();
        message = mailbox.poll();
      }
    } catch (InterruptedException interrupt) {
      stopping.countDown();
    }
    nudges.takeAll(scans::found);
    sendReady();
  }

  private void sendReady() {
    sending.sendReady(() -> ownership.isCertain() && !isStopping());
  }

  /** Reads rows of every shard that has room; returns whether there were new ones. */
  private boolean fetch() {
    List<Position> positions = scans.positions(this::room);
    if (positions.isEmpty()) {
      return false;
    }
    List<OutboxRow> rows = new ArrayList<>(store.fetch(positions));
    Map<Integer, List<OutboxRow>> byShard =
        rows.stream().collect(Collectors.groupingBy(OutboxRow::shard));
    rows.removeIf(lanes::holds);
    settlement.hold(rows.stream().filter(OutboxRow::keyWaits).toList());
    rows.stream().filter(row -> !row.keyWaits()).forEach(lanes::add);
    positions.forEach(at -> scans.advance(at, byShard.getOrDefault(at.shard(), List.of())));
    return !rows.isEmpty();
  }

  /** Each shard has its part of the window, so that one full of one key leaves room for others. */
  private int room(int shard) {
    int part = Math.max(1, settings.window() / Math.max(1, scans.shards().size()));
    int taken = lanes.size(shard);
    return 2 * taken > part ? 0 : part - taken;
  }

  private void pauseAfterFailure() {
    try {
      boolean stop = stopping.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
      LOG.debug("{} after a failure", stop ? "Stopping" : "Going on");
    } catch (InterruptedException interrupt) {
      stopping.countDown();
    }
  }

  /** Waits for what is under way, and leaves the shards to the others at once. */
  private void finish() {
    Timer limit = new Timer();
    limit.set(settings.stopWithin());
    while (lanes.underWay() > 0 && !limit.isDue()) {
      takeMessages(limit.nanosLeft());
    }
    try {
      settlement.deleteConfirmed();
      settlement.setFailedAside();
      ownership.leave();
    } catch (RuntimeException failure) {
      LOG.warn("The outbox relay could not hand over; its leases will run out", failure);
    }
  }
}
