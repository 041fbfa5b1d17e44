package dev.eventmanager.jdbc.failure;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Recognises that a database is away: it cannot be reached, shuts down, starts up or takes no more
 * connections. Thread-safe.
 *
 * <p>A deadlock, a lost race or a cancelled statement is not of that kind: those are the business of
 * the one transaction that met them.
 */
public final class DatabaseAway {

  private static final String CONNECTION_EXCEPTION = "08";

  /** Of class 08 too, and yet what somebody sent was wrong, not the line. */
  private static final String PROTOCOL_VIOLATION = "08P01";

  /** PostgreSQL: shut down by the administrator, crashed, starting up, full. */
  private static final Set<String> NOT_SERVING = Set.of("57P01", "57P02", "57P03", "53300");

  /** Whether this failure, its causes left aside, says so. */
  public boolean isMeantBy(Throwable failure) {
    if (failure instanceof SQLException sql) {
      return isMeantBy(sql);
    }
    // Of the translated ones whose cause is at hand the cause decides: this class is a wide one.
    return failure instanceof CannotCreateTransactionException
        || failure instanceof CannotGetJdbcConnectionException
        || (failure instanceof DataAccessResourceFailureException
            && !(failure.getCause() instanceof SQLException));
  }

  private static boolean isMeantBy(SQLException failure) {
    return failure instanceof SQLTransientConnectionException
        || failure instanceof SQLNonTransientConnectionException
        || failure instanceof SQLRecoverableException
        || isStateOfAbsence(String.valueOf(failure.getSQLState()));
  }

  private static boolean isStateOfAbsence(String state) {
    return NOT_SERVING.contains(state)
        || (state.startsWith(CONNECTION_EXCEPTION) && !state.equals(PROTOCOL_VIOLATION));
  }
}
