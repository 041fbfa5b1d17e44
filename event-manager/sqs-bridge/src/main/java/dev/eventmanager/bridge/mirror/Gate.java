package dev.eventmanager.bridge.mirror;

import dev.eventmanager.bridge.target.Verdict;
import dev.eventmanager.sqs.loop.BackOff;
import java.time.Duration;
import java.util.Optional;

/**
 * Decides how many batches may be under way. A failure shuts it for a while and halves its room;
 * after an outage a single batch goes first, to see. As many successes as there is room make room
 * for one more, so that it settles at what the target takes. Confined to one thread.
 */
final class Gate {

  private final int most;
  private final BackOff backOff;
  private int room;
  private int successes = 0;
  private int inFlight = 0;
  private int failures = 0;
  private int closings = 0;
  private boolean closed = false;
  private boolean seeing = false;
  private Optional<String> trouble = Optional.empty();

  Gate(int most, BackOff backOff) {
    this.most = most;
    this.backOff = backOff;
    this.room = most;
  }

  boolean isOpen() {
    return !closed && inFlight < room();
  }

  /** How many batches may be under way at present. */
  int room() {
    return seeing ? 1 : room;
  }

  /** Lets a batch through; the pass is to be shown when it is back. */
  Pass enter() {
    inFlight++;
    return new Pass(closings);
  }

  void leave() {
    inFlight--;
  }

  /** A batch came back answered. */
  void succeeded(Pass pass) {
    if (pass.isFresh(closings)) {
      failures = 0;
      seeing = false;
      trouble = Optional.empty();
      grow();
    }
  }

  private void grow() {
    successes++;
    if (successes >= room && room < most) {
      room++;
      successes = 0;
    }
  }

  /**
   * A batch met an outage.
   *
   * @return how long the gate is now shut; empty where others of the same time shut it already
   */
  Optional<Duration> failed(Pass pass, Verdict.Outage outage) {
    if (closed || !pass.isFresh(closings)) {
      return Optional.empty();
    }
    closed = true;
    closings++;
    failures++;
    shrink();
    seeing = !outage.throttled();
    trouble = Optional.of(outage.why());
    return Optional.of(backOff.after(failures));
  }

  private void shrink() {
    room = Math.max(1, room / 2);
    successes = 0;
  }

  /**
   * The target was asked and is away still.
   *
   * @return how long to wait before it is asked again
   */
  Duration stillAway(Verdict.Outage outage) {
    failures++;
    trouble = Optional.of(outage.why());
    return backOff.after(failures);
  }

  /** The target was asked and answered; only a batch will show whether it takes one. */
  void answered() {
    trouble = Optional.empty();
    closed = false;
  }

  void reopen() {
    closed = false;
  }

  /** What keeps it shut or narrow; empty once a batch got through again. */
  Optional<String> trouble() {
    return trouble;
  }

  int inFlight() {
    return inFlight;
  }

  /** Tells batches sent before a closing, whose failures say nothing new, from later ones. */
  record Pass(int closings) {

    boolean isFresh(int now) {
      return closings == now;
    }
  }
}
