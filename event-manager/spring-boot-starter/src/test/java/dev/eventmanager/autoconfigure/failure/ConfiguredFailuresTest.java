package dev.eventmanager.autoconfigure.failure;

import static dev.eventmanager.handling.FailureClass.NOT_RETRIED;
import static dev.eventmanager.handling.FailureClass.PAUSING;
import static dev.eventmanager.handling.FailureClass.RETRIED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.PermanentFailureException;
import dev.eventmanager.autoconfigure.EventManagerProperties.Retry;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;

class ConfiguredFailuresTest {

  private static final SQLException AWAY = new SQLException("terminating", "57P01");

  private final ConfiguredFailures failures = ConfiguredFailures.of(
      new Retry(
          5,
          3,
          Duration.ZERO,
          1,
          Duration.ZERO,
          List.of("java.lang.IllegalArgumentException"),
          List.of("java.net.ConnectException")),
      getClass().getClassLoader());

  @Test
  void retriesWhatNobodyNamed() {
    assertThat(failures.classify(new IllegalStateException("x"))).isEqualTo(RETRIED);
    assertThat(failures.classify(new OutOfMemoryError())).isEqualTo(RETRIED);
    assertThat(failures.classify(
            new CannotAcquireLockException("deadlock", new SQLException("deadlock", "40P01"))))
        .isEqualTo(RETRIED);
  }

  @Test
  void doesNotRetryWhatTheHandlerOrTheServiceCallsPermanent() {
    assertThat(failures.classify(new PermanentFailureException("no such town")))
        .isEqualTo(NOT_RETRIED);
    assertThat(failures.classify(new NumberFormatException("a subclass"))).isEqualTo(NOT_RETRIED);
  }

  @Test
  void pausesForADatabaseThatIsAwayAndForWhatTheServiceNames() {
    assertThat(failures.classify(AWAY)).isEqualTo(PAUSING);
    assertThat(failures.classify(new ConnectException("refused"))).isEqualTo(PAUSING);
    assertThat(failures.classify(new IOException("another"))).isEqualTo(RETRIED);
  }

  @Test
  void looksForTheCauseOfWhatWasWrappedTheOutermostFirst() {
    assertThat(failures.classify(new CompletionException(AWAY))).isEqualTo(PAUSING);
    assertThat(failures.classify(new PermanentFailureException("the handler knows better", AWAY)))
        .isEqualTo(NOT_RETRIED);
  }

  @Test
  void pausesWhereTheRollbackFoundTheDatabaseAway() {
    RuntimeException mute = new IllegalStateException("something went wrong");
    mute.addSuppressed(AWAY);

    assertThat(failures.classify(mute)).isEqualTo(PAUSING);
  }

  @Test
  void endsOnCausesThatGoRoundInACircle() {
    RuntimeException first = new RuntimeException("first");
    first.initCause(new RuntimeException("second", first));

    assertThat(failures.classify(first)).isEqualTo(RETRIED);
  }
}
