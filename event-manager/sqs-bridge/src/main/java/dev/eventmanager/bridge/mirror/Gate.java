package dev.eventmanager.bridge.mirror;

import java.time.Duration;
import java.util.Optional;

/**
 * Decides how many batches may be under way. An outage shuts it for a while and then lets a single
 * batch through to see; each success makes room for one more. Throttling halves the room. Confined
 * to one thread.
 */
final class Gate {

  private final int most;
  private final BackOff backOff;
  private int limit;
  private int inFlight = 0;
  private int failures = 0;
  private int closings = 0;
  private boolean closed = false;
  private Optional<String> trouble = Optional.empty();

  Gate(int most, BackOff backOff) {
    this.most = most;
    this.backOff = backOff;
    this.limit = most;
  }

  boolean isOpen() {
    return !closed && inFlight < limit;
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
      trouble = Optional.empty();
      limit = Math.min(most, limit + 1);
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
    limit = outage.throttled() ? Math.max(1, limit / 2) : 1;
    trouble = Optional.of(outage.why());
    return Optional.of(backOff.after(failures));
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
