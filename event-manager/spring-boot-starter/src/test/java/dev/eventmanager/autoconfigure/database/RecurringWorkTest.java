package dev.eventmanager.autoconfigure.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class RecurringWorkTest {

  private static final Duration SOON = Duration.ofMillis(1);

  @Test
  void isDoneAgainAndAgain() {
    AtomicInteger times = new AtomicInteger();

    try (RecurringWork work = RecurringWork.start("test", SOON, times::incrementAndGet)) {
      await().until(() -> times.get() > 2);
    }
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void goesOnAfterAFailureAndSaysOnceWhatIsWrong(CapturedOutput output) {
    AtomicInteger times = new AtomicInteger();
    Runnable failing = () -> {
      times.incrementAndGet();
      throw new IllegalStateException("the database is away");
    };

    try (RecurringWork work = RecurringWork.start("inbox cleaning", SOON, failing)) {
      await().until(() -> times.get() > 2);
    }

    assertThat(output)
        .containsOnlyOnce("inbox cleaning failed and is tried again every PT0.001S")
        .containsOnlyOnce("the database is away");
  }

  @Test
  void isInterruptedWhenItIsClosed() {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    RecurringWork work = RecurringWork.start("test", SOON, () -> {
      begun.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException interrupt) {
        interrupted.set(true);
      }
    });
    await().until(() -> begun.getCount() == 0);

    work.close();

    await().untilTrue(interrupted);
  }
}
