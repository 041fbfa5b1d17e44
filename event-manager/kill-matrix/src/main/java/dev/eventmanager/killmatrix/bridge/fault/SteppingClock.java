package dev.eventmanager.killmatrix.bridge.fault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that goes on, and at times is ahead for a while. Thread-safe.
 *
 * <p>For no longer than it takes SQS to forget: ElasticMQ dates messages by the machine's clock and
 * forgets their ids by this one, so while this one is ahead it deduplicates nothing.
 */
public final class SteppingClock extends Clock {

  private final Clock base;
  private volatile Duration ahead = Duration.ZERO;

  /** One that goes like another. */
  public SteppingClock(Clock base) {
    this.base = base;
  }

  /** Is ahead by this from now on; by nothing, to be back. */
  void setAhead(Duration by) {
    ahead = by;
  }

  @Override
  public Instant instant() {
    return base.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return base.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
