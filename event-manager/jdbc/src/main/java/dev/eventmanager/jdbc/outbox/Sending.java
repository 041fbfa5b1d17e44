package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.PublishFailedException;
import dev.eventmanager.PublishOutcome;
import dev.eventmanager.jdbc.time.Deadline;
import dev.eventmanager.transport.EventTransport;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the heads of the lanes and sorts the answers; touches no database. Confined to the relay's
 * thread: answers come back to it through the mailbox.
 */
final class Sending {

  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final EventTransport transport;
  private final Lanes lanes;
  private final Consumer<Runnable> mailbox;

  private final List<OutboxRow> confirmed = new ArrayList<>();
  private final Deque<Failure> failed = new ArrayDeque<>();
  private final Deque<Lane> drained = new ArrayDeque<>();

  private Deadline resume = Deadline.now();
  private Duration pause = SHORTEST_PAUSE;
  private long confirms;

  Sending(EventTransport transport, Lanes lanes, Consumer<Runnable> mailbox) {
    this.transport = transport;
    this.lanes = lanes;
    this.mailbox = mailbox;
  }

  /** Rows that are on their queues and may be deleted; the caller removes what it has deleted. */
  List<OutboxRow> confirmed() {
    return confirmed;
  }

  /** Lanes whose head failed; the caller removes what it has set aside. */
  Deque<Failure> failed() {
    return failed;
  }

  /** Draining lanes that have run empty; the caller removes what it has refilled or closed. */
  Deque<Lane> drained() {
    return drained;
  }

  /** When sending goes on after outcomes that stayed unknown. */
  Deadline resume() {
    return resume;
  }

  /**
   * Sends every head that may be sent.
   *
   * @param allowed asked before each, since a transport without room may hold this thread for long
   */
  void sendReady(BooleanSupplier allowed) {
    while (resume.isPast() && allowed.getAsBoolean()) {
      Lane lane = lanes.nextReady();
      if (lane == null) {
        return;
      }
      send(lane);
    }
  }

  private void send(Lane lane) {
    OutboxRow row = lane.sendHead(confirms);
    lanes.sent();
    attempt(row)
        .whenComplete((outcome, failure) -> mailbox.accept(
            () -> answered(lane, row, failure == null ? outcome : unknown(failure))));
  }

  private CompletableFuture<PublishOutcome> attempt(OutboxRow row) {
    try {
      return transport.send(row.event());
    } catch (RuntimeException failure) {
      return CompletableFuture.completedFuture(unknown(failure));
    }
  }

  private static PublishOutcome unknown(Throwable failure) {
    return new PublishOutcome.Unknown("the transport failed", Optional.of(failure));
  }

  private void answered(Lane lane, OutboxRow row, PublishOutcome outcome) {
    lanes.answered();
    if (outcome instanceof PublishOutcome.Confirmed) {
      confirm(lane, row);
    } else if (!lanes.has(lane)) {
      LOG.debug("{} of a shard since given up ended with {}", row.event(), outcome);
    } else if (isNoFaultOfIts(outcome) && lane.mayResendHead(confirms)) {
      pause(row, outcome);
      lanes.ready(lane);
    } else {
      failed.add(new Failure(lane, row, lane.failHead(), explain(row, outcome)));
    }
  }

  /** What happened and what to do, as one who publishes without an outbox is told. */
  private static String explain(OutboxRow row, PublishOutcome outcome) {
    return String.valueOf(new PublishFailedException(row.event().metadata(), outcome).getMessage());
  }

  /** Whether the broker has not refused it: it was away, or its answer was lost. */
  private static boolean isNoFaultOfIts(PublishOutcome outcome) {
    return outcome instanceof PublishOutcome.Unknown || outcome instanceof PublishOutcome.NotSent;
  }

  private void confirm(Lane lane, OutboxRow row) {
    confirms++;
    pause = SHORTEST_PAUSE;
    if (!lanes.has(lane)) {
      confirmed.add(row);
      return;
    }
    confirmed.add(lane.confirmHead());
    if (!lane.isEmpty()) {
      lanes.ready(lane);
    } else if (lane.isDraining()) {
      drained.add(lane);
    } else {
      lanes.close(lane);
    }
  }

  /** The broker may be away: there is no use in sending on at full speed. */
  private void pause(OutboxRow row, PublishOutcome outcome) {
    if (!resume.isPast()) {
      return;
    }
    if (pause.equals(SHORTEST_PAUSE)) { // one line for one absence, however long it lasts
      LOG.warn(
          "{} and what follows it stay in the outbox until they get through: {}",
          row.event(),
          outcome);
    }
    resume = Deadline.in(pause);
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  /**
   * A lane whose head was not published.
   *
   * @param attempts how often it has failed, this time included
   */
  record Failure(Lane lane, OutboxRow head, int attempts, String error) {}
}
