package dev.eventmanager.jdbc.drain;

import dev.eventmanager.handling.DeliveryAttempts;
import dev.eventmanager.handling.HandlerThreads;
import dev.eventmanager.handling.RetryPolicy;
import dev.eventmanager.handling.Suspects;
import dev.eventmanager.jdbc.parking.ReplayOutcomes;
import dev.eventmanager.jdbc.parking.SequenceLeases;
import dev.eventmanager.jdbc.parking.Settlement;
import java.time.Clock;
import java.util.Collection;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Brings held keys back: tries the head of each sequence that is due, and then what waits behind it,
 * in order, through the same handlers as what comes from the broker. Thread-safe.
 *
 * <p><b>Order.</b> Of a sequence one event at a time is tried, and the next only once it has been
 * handled. Events of its key that arrive meanwhile go behind; the first that finds the sequence
 * ended is handled as it comes.
 *
 * <p><b>Failures.</b> A head that fails again is tried after a growing wait, up to the limit, and
 * then parked with all that waits behind it.
 *
 * <p><b>Instances.</b> Any number of instances share the sequences. Each leases what it has in hand,
 * and the others take over what a dead one had once its leases end ({@link DrainSettings#lease}).
 * What that one had handled and not yet settled, the inbox knows; without an inbox such an event is
 * handled again. A head that was lost so several times is a suspect, and parked where it goes on to
 * kill its process; see {@link Suspects}.
 */
public final class SequenceDrain implements AutoCloseable {

  private final DataSource dataSource;
  private final RetryPolicy policy;
  private final DrainSettings settings;
  private final ReplayOutcomes outcomes;
  private final String name;
  private final Clock clock;

  private int starts = 0;
  private volatile @Nullable DrainLoop loop;
  private volatile @Nullable Thread thread;

  /**
   * A drain, not yet started.
   *
   * @param dataSource where the sequences stand
   * @param policy how often a head is tried, and after which waits
   * @param outcomes is told what became of each event
   * @param name this instance's name, unique among those that share the database
   * @param clock dates failures; waits do not depend on it
   */
  public SequenceDrain(
      DataSource dataSource,
      RetryPolicy policy,
      DrainSettings settings,
      ReplayOutcomes outcomes,
      String name,
      Clock clock) {
    this.dataSource = dataSource;
    this.policy = policy;
    this.settings = settings;
    this.outcomes = outcomes;
    this.name = name;
    this.clock = clock;
  }

  /**
   * Begins to bring back what is held on these queues; does nothing where it has begun already.
   *
   * @param attempts calls the handlers, or sends on
   * @param threads run what waits for the database after an attempt
   * @param suspects those of the whole process
   */
  public synchronized void start(
      Collection<String> queues,
      DeliveryAttempts attempts,
      HandlerThreads threads,
      Suspects suspects) {
    if (isRunning()) {
      return;
    }
    starts++;
    DrainLoop started = loop(queues, attempts, threads, suspects, name + "#" + starts);
    Thread runner = new Thread(started, "event-manager-sequence-drain");
    runner.setDaemon(true);
    loop = started;
    thread = runner;
    runner.start();
  }

  /** What an earlier start has left in hand is another holder's, so that the two never mix. */
  private DrainLoop loop(
      Collection<String> queues,
      DeliveryAttempts attempts,
      HandlerThreads threads,
      Suspects suspects,
      String holder) {
    Bell bell = new Bell();
    Settlement settlement = new Settlement(dataSource, holder, outcomes, clock);
    InHand inHand = new InHand(
        new SequenceLeases(dataSource, holder, settings.lease()), settings.lease(), bell);
    SequenceRuns runs = new SequenceRuns(
        attempts, threads, suspects, settlement, new FailedHeads(settlement, policy), inHand);
    return new DrainLoop(queues, inHand, runs, bell, settings);
  }

  /** Whether it has been started and not stopped. */
  public boolean isRunning() {
    Thread runner = thread;
    return runner != null && runner.isAlive();
  }

  /** Looks for what is due at once, such as after a replay was asked for. */
  public void nudge() {
    DrainLoop running = loop;
    if (running != null) {
      running.nudge();
    }
  }

  /** Begins nothing further, and leaves what it has not begun to others at once; does not wait. */
  public void pause() {
    DrainLoop running = loop;
    if (running != null) {
      running.stop();
    }
  }

  /**
   * As {@link #pause}, and waits for what is in hand as long as {@link DrainSettings#stopWithin}
   * says. May be started again.
   */
  @Override
  public synchronized void close() {
    Thread runner = thread;
    if (runner == null) {
      return;
    }
    pause();
    try {
      runner.join(settings.stopWithin().plusSeconds(2).toMillis());
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
    // Where it still runs it is stuck in the database.
    runner.interrupt();
    loop = null;
    thread = null;
  }
}
