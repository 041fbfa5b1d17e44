package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.jdbc.time.Deadline;
import dev.eventmanager.transport.EventTransport;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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

  /**
   * A commit after a quiet time is read at once; under load rows are read, sent and confirmed many
   * at a time, so that relay and broker leave the disk to those that commit.
   */
  private static final Duration BETWEEN_READS = Duration.ofMillis(5);

  private final RelaySettings settings;
  private final Nudges nudges;

  private final BlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();
  private final CountDownLatch stopping = new CountDownLatch(1);

  private final Lanes lanes = new Lanes();
  private final ShardScans scans = new ShardScans();
  private final Sending sending;
  private final Settlement settlement;
  private final Draining draining;
  private final Intake intake;
  private final DueEvents dueEvents;
  private final ShardOwnership ownership;
  private Deadline nextPoll = Deadline.now();
  private Deadline nextRead = Deadline.now();
  private String lastProblem = "";

  RelayLoop(
      DataSource dataSource,
      EventTransport transport,
      RelaySettings settings,
      String relay,
      Nudges nudges) {
    OutboxStore store = new OutboxStore(dataSource);
    WaitingKeys waitingKeys = new WaitingKeys(dataSource);
    ShardLeases leases = new ShardLeases(dataSource, relay, settings.lease());
    int half = Math.max(1, settings.window() / 2);
    TransactionTemplate transaction =
        new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.settings = settings;
    this.nudges = nudges;
    this.sending = new Sending(transport, lanes, mailbox::add);
    this.settlement = new Settlement(store, waitingKeys, transaction, settings, sending, lanes);
    this.draining =
        new Draining(waitingKeys, transaction, sending, lanes, Math.max(1, half / Draining.ROWS));
    this.intake = new Intake(store, settlement, scans, lanes, half);
    this.dueEvents = new DueEvents(new LaterStore(dataSource), leases, transaction, scans);
    this.ownership = new ShardOwnership(leases, transaction, settings.lease(), scans, lanes);
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
    takeMessages(hasMoreToDo() ? 0 : nanosToWait());
    ownership.renewIfDue();
    look();
    readIfDue();
    sendReady();
    if (settlement.nanosToDeletion() <= 0) {
      settlement.deleteConfirmed();
    }
    settlement.setFailedAside();
    draining.goOn();
    sendReady();
    ownership.handOver(sending.confirmed().isEmpty());
  }

  private void readIfDue() {
    if (nextRead.isPast() && intake.read()) {
      nextRead = Deadline.in(BETWEEN_READS);
    }
  }

  private boolean hasMoreToDo() {
    return dueEvents.hasMore() || draining.hasTurns();
  }

  /** Looks for what nobody announces, and for what announced itself out of turn. */
  private void look() {
    boolean poll = nextPoll.isPast();
    boolean laterEvents = nudges.takeLater();
    if (poll) {
      nextPoll = Deadline.in(settings.pollInterval());
      scans.restart();
    }
    if (poll || draining.hasTurns()) {
      draining.open(scans.shards());
    }
    if (poll || dueEvents.hasMore() || laterEvents) {
      dueEvents.move(scans.shards());
    }
  }

  private long nanosToWait() {
    long read = intake.hasMore() ? nextRead.nanosLeft() : Long.MAX_VALUE;
    long wait = Math.min(read, Math.min(nextPoll.nanosLeft(), settlement.nanosToDeletion()));
    long resume = sending.resume().nanosLeft();
    return resume > 0 ? Math.min(wait, resume) : wait;
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
    Deadline limit = Deadline.in(settings.stopWithin());
    while (lanes.underWay() > 0 && !limit.isPast()) {
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
