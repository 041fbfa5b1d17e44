package dev.eventmanager.killmatrix.watch;

import java.sql.SQLException;

/** One look at a run. */
@FunctionalInterface
public interface Look<P> {

  /**
   * How far it is.
   *
   * @throws SQLException if the database is away; then the next look counts
   */
  P now() throws SQLException;
}
