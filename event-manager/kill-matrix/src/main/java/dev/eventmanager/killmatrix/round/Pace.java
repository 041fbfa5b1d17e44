package dev.eventmanager.killmatrix.round;

import dev.eventmanager.killmatrix.reader.Reader;
import dev.eventmanager.killmatrix.reader.Reader.Progress;
import java.sql.SQLException;

/** Holds publishers back while consumers are far behind, as each look at a round tells. */
final class Pace {

  private static final long FAR_BEHIND = 20_000;

  private final RoundDatabase database;
  private final Reader reader;
  private volatile boolean wanted = true;
  private boolean open = true;

  Pace(RoundDatabase database, Reader reader) {
    this.database = database;
    this.reader = reader;
  }

  /** Wants no more events. */
  void enough() {
    wanted = false;
  }

  /** How far the round is. For one thread. */
  Progress look() throws SQLException {
    Progress now = reader.progress();
    boolean wish = wanted && now.committed() - now.effects() < FAR_BEHIND;
    if (wish != open) {
      database.pace(wish);
      open = wish;
    }
    return now;
  }
}
