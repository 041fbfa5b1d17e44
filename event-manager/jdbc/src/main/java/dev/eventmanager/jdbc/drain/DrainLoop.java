package dev.eventmanager.jdbc.drain;

import dev.eventmanager.jdbc.time.Deadline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The drain's thread: keeps the leases of what is in hand, and takes up what is due. */
final class DrainLoop implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(DrainLoop.class);

  private final List<String> queues;
  private final InHand inHand;
  private final SequenceRuns runs;
  private final Bell bell;
  private final DrainSettings settings;

  private volatile boolean nudged;
  private boolean moreDue;
  private Deadline nextPoll = Deadline.now();
  private String lastProblem = "";

  DrainLoop(
      Collection<String> queues,
      InHand inHand,
      SequenceRuns runs,
      Bell bell,
      DrainSettings settings) {
    this.queues = new ArrayList<>(queues);
    this.inHand = inHand;
    this.runs = runs;
    this.bell = bell;
    this.settings = settings;
  }

  /** Something may be due now; from any thread. */
  void nudge() {
    nudged = true;
    bell.ring();
  }

  /** Asks the loop to end, once what is under way has ended; from any thread. */
  void stop() {
    runs.stop();
    bell.ring();
  }

  @Override
  public void run() {
    try {
      while (!runs.isStopping()) {
        tryTo(this::turn);
        bell.await(nextPoll);
      }
      finish();
    } catch (InterruptedException interrupt) {
      runs.stop();
    }
  }

  private void tryTo(Runnable step) {
    try {
      step.run();
      lastProblem = "";
    } catch (RuntimeException | Error failure) {
      report(failure);
    }
  }

  private void turn() {
    boolean look = inHand.somethingGaveWay() || nudged || moreDue || nextPoll.isPast();
    nudged = false;
    renewIfDue();
    if (look) {
      moreDue = takeDue();
    }
  }

  private void renewIfDue() {
    if (nextPoll.isPast()) {
      nextPoll = Deadline.in(settings.pollInterval());
      inHand.renew();
    }
  }

  /** Fills what room there is; returns whether there may be more than that. */
  private boolean takeDue() {
    Collections.rotate(queues, 1); // so that each has its turn to be first
    boolean more = false;
    for (String queue : queues) {
      more |= takeDue(queue);
    }
    return more;
  }

  private boolean takeDue(String queue) {
    int room = settings.sequencesAtOnce() - inHand.size();
    if (room <= 0) {
      return true;
    }
    List<Tenure> taken = inHand.take(queue, room);
    taken.forEach(runs::start);
    return taken.size() == room;
  }

  /** One problem is one entry in the log, however long it lasts. */
  private void report(Throwable failure) {
    String problem = failure.toString();
    if (!problem.equals(lastProblem)) {
      lastProblem = problem;
      LOG.warn(
          "What is held cannot be tried again now; the next look is in {}",
          settings.pollInterval(),
          failure);
    }
  }

  private void finish() throws InterruptedException {
    Deadline limit = Deadline.in(settings.stopWithin());
    while (!inHand.isEmpty() && !limit.isPast()) {
      bell.await(limit.earlier(nextPoll));
      tryTo(this::renewIfDue);
    }
    if (!inHand.isEmpty()) {
      LOG.warn(
          "{} held events are still being handled; others take over once their leases run out",
          inHand.size());
    }
  }
}
