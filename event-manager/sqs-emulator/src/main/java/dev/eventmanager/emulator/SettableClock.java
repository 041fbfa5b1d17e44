package dev.eventmanager.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that can be moved on, such as over the five minutes of deduplication. ElasticMQ goes by
 * it, but for two things: it stamps what is sent with the time of the machine, so that a message is
 * there only once the clock has passed that; and a receive that waits while the clock is moved may
 * end empty.
 */
public final class SettableClock extends Clock {

  private final Clock base;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  /** Stands until it is moved. */
  public SettableClock() {
    this(Clock.fixed(Instant.now(), ZoneOffset.UTC));
  }

  private SettableClock(Clock base) {
    this.base = base;
  }

  /** One that goes with the time of the machine, and can be moved ahead of it. */
  public static SettableClock ticking() {
    return new SettableClock(Clock.systemUTC());
  }

  public void advance(Duration duration) {
    ahead.accumulateAndGet(duration, Duration::plus);
  }

  @Override
  public Instant instant() {
    return base.instant().plus(ahead.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
