package dev.eventmanager.killmatrix.worker;

import dev.eventmanager.PermanentFailureException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Makes handlers fail on purpose. How often each movement has failed is remembered beside the
 * handler's transaction, since a process that is killed must not begin to count anew: the movement
 * would use its attempts up.
 */
final class Trouble {

  private static final int MOST_FAILURES = 4;

  private final DataSource dataSource;

  Trouble(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Throws for a movement that is to fail now.
   *
   * @throws PermanentFailureException for one that is broken and not mended
   * @throws IllegalStateException for one that is flaky and has not failed often enough
   */
  void with(Movement movement) {
    switch (movement.nature()) {
      case FINE -> {}
      case FLAKY -> failSometimes(movement);
      case BROKEN -> failUnlessMended(movement);
    }
  }

  private void failSometimes(Movement movement) {
    long wanted = movement.token() % MOST_FAILURES + 1;
    long failures = ask("""
        insert into failure (token, times) values (?, 1)
        on conflict (token) do update set times = failure.times + 1
        returning times
        """, movement.token());
    if (failures <= wanted) {
      throw new IllegalStateException("flaky, failure %d of %d".formatted(failures, wanted));
    }
  }

  private void failUnlessMended(Movement movement) {
    if (ask("select count(*) from mended where token = ?", movement.token()) == 0) {
      throw new PermanentFailureException("broken, and not mended");
    }
  }

  /** On a connection of its own, which commits at once. */
  private long ask(String sql, long token) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, token);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException away) {
      throw new DataAccessResourceFailureException("cannot ask how often it failed", away);
    }
  }
}
