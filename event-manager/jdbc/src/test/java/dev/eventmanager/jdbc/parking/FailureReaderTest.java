package dev.eventmanager.jdbc.parking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FailureReaderTest {

  private static final StackTraceElement PLATFORM =
      new StackTraceElement("java.util.Objects", "requireNonNull", "Objects.java", 233);
  private static final StackTraceElement OWN =
      new StackTraceElement("shop.billing.Ledger", "settle", "Ledger.java", 42);
  private static final StackTraceElement PROXY =
      new StackTraceElement("shop.billing.Ledger$$SpringCGLIB$$0", "settle", "<generated>", -1);

  @Test
  void namesTheRootCauseAndTheServicesOwnFrame() {
    Throwable root = new NullPointerException("customer");
    root.setStackTrace(new StackTraceElement[] {PLATFORM, PROXY, OWN});

    ParkedFailure failure = FailureReader.read(new CompletionException(root));

    assertThat(failure.errorClass()).isEqualTo("java.lang.NullPointerException");
    assertThat(failure.message()).contains("customer");
    assertThat(failure.frame()).contains("shop.billing.Ledger.settle:42");
  }

  @Test
  void takesTheFrameOfTheOuterFailureWhereTheCauseHasNone() {
    Throwable root = new IllegalStateException();
    root.setStackTrace(new StackTraceElement[] {PLATFORM});
    Throwable outer = new RuntimeException(root);
    outer.setStackTrace(new StackTraceElement[] {OWN});

    ParkedFailure failure = FailureReader.read(outer);

    assertThat(failure.message()).isEmpty();
    assertThat(failure.frame()).contains("shop.billing.Ledger.settle:42");
  }

  @Test
  void takesTheMessageOfTheOuterFailureWhereTheCauseHasNone() {
    ParkedFailure failure = FailureReader.read(
        new IllegalStateException("order 7 cannot be invoiced", new ArithmeticException()));

    assertThat(failure.errorClass()).isEqualTo("java.lang.ArithmeticException");
    assertThat(failure.message()).contains("order 7 cannot be invoiced");
  }

  @Test
  void endsOnCausesThatGoRoundInACircle() {
    RuntimeException first = new RuntimeException("first");
    first.initCause(new RuntimeException("second", first));

    assertThat(FailureReader.read(first).errorClass()).isEqualTo("java.lang.RuntimeException");
  }
}
