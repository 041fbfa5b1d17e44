package dev.eventmanager.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

class DatabaseAwayTest {

  private final DatabaseAway away = new DatabaseAway();

  @ParameterizedTest
  @ValueSource(strings = {"08001", "08003", "08006", "57P01", "57P02", "57P03", "53300"})
  void isMeantByALostConnectionAndByADatabaseThatTakesNone(String state) {
    assertThat(away.isMeantBy(new SQLException("gone", state))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "40001", // serialization failure
        "40P01", // deadlock
        "55P03", // lock not available
        "57014", // cancelled
        "23505", // unique violation
        "54000", // larger than the database takes, so the event's own
        "08P01" // protocol violation
      })
  void isNotMeantByWhatOneTransactionMet(String state) {
    assertThat(away.isMeantBy(new SQLException("no", state))).isFalse();
    assertThat(away.isMeantBy(
            new DataAccessResourceFailureException("no", new SQLException("no", state))))
        .as("translated")
        .isFalse();
  }

  @Test
  void isMeantByAPoolThatHasNoConnectionToGive() {
    assertThat(away.isMeantBy(new SQLTransientConnectionException("timed out"))).isTrue();
    assertThat(away.isMeantBy(new CannotCreateTransactionException("none"))).isTrue();
    assertThat(away.isMeantBy(new CannotGetJdbcConnectionException("none"))).isTrue();
    assertThat(away.isMeantBy(new DataAccessResourceFailureException("none"))).isTrue();
  }

  @Test
  void isNotMeantByAnythingElse() {
    assertThat(away.isMeantBy(new IllegalStateException("no ledger"))).isFalse();
    assertThat(away.isMeantBy(new SQLException("no state"))).isFalse();
  }
}
