package dev.eventmanager.jdbc.time;

import java.time.Duration;

/**
 * Points in time on the database's clock, which the instances of a service share. For the packages
 * of this module; stateless.
 */
public final class DatabaseTime {

  /** So many {@link #seconds} from now, as an expression with one placeholder. */
  public static final String LATER =
      "(current_timestamp + cast(? as double precision) * interval '1' second)";

  private DatabaseTime() {}

  /** What {@link #LATER} takes. */
  public static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
