package dev.eventmanager.jdbc.inbox;

import static dev.eventmanager.jdbc.inbox.Release.original;
import static dev.eventmanager.jdbc.inbox.Release.twin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.handling.AttemptOutcome.Succeeded;
import dev.eventmanager.jdbc.TestDatabase;
import dev.eventmanager.jdbc.drain.SequenceDrain;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/**
 * An event and its twin take effect once on a queue that gets both, whichever release of the service
 * is there when the one and the other arrive; on every database.
 */
interface TwinsContract {

  TestDatabase database();

  private List<String> effects() {
    return database()
        .jdbc()
        .sql("select event_id from effect order by id")
        .query(String.class)
        .list();
  }

  @Test
  default void whoReadsBothHandlesTheOriginal() {
    try (Release three = Release.three(database())) {
      assertThat(three.handle(original(), twin(), original()))
          .hasSize(3)
          .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Succeeded.class));

      assertThat(effects()).containsExactly("OrderV3[id=7, channel=web]");
      assertThat(three.skipped()).containsExactly(twin(), original());
    }
  }

  @Test
  default void whoReadsTheOlderAloneHandlesTheTwin() {
    try (Release two = Release.two(database())) {
      assertThat(two.handle(original(), twin(), twin()))
          .hasSize(3)
          .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Succeeded.class));

      assertThat(effects()).containsExactly("OrderV2[id=7]");
      assertThat(two.skipped()).containsExactly(original(), twin());
    }
  }

  @Test
  default void upgradedAfterTheTwinItSkipsTheOriginalThatComesAgain() {
    try (Release two = Release.two(database());
        Release three = Release.three(database())) {
      two.handle(original(), twin());
      three.handle(original(), twin());

      assertThat(effects()).containsExactly("OrderV2[id=7]");
    }
  }

  @Test
  default void upgradedBetweenTheTwoItHandlesTheTwinThoughItReadsBoth() {
    try (Release two = Release.two(database());
        Release three = Release.three(database())) {
      two.handle(original());
      three.handle(twin(), original());

      assertThat(effects()).containsExactly("OrderV3[id=7, channel=unknown]");
    }
  }

  @Test
  default void rolledBackBetweenTheTwoItSkipsTheTwin() {
    try (Release two = Release.two(database());
        Release three = Release.three(database())) {
      three.handle(original());
      two.handle(twin());

      assertThat(effects()).containsExactly("OrderV3[id=7, channel=web]");
      assertThat(two.skipped()).containsExactly(twin());
    }
  }

  @Test
  default void twoReleasesWithOneEachAtTheSameTimeHaveOneEffect() throws Exception {
    CountDownLatch inHandler = new CountDownLatch(1);
    CountDownLatch proceed = new CountDownLatch(1);
    try (Release two = Release.two(database());
        Release three = Release.three(database(), () -> {
          inHandler.countDown();
          proceed.await();
        })) {
      CompletableFuture<Void> first = CompletableFuture.runAsync(() -> three.handle(original()));
      inHandler.await();
      CompletableFuture<Void> second = CompletableFuture.runAsync(() -> two.handle(twin()));

      proceed.countDown();

      CompletableFuture.allOf(first, second).join();
      assertThat(effects()).containsExactly("OrderV3[id=7, channel=web]");
    }
  }

  @Test
  default void aTwinThatWasHeldIsHandledByTheReleaseThatReadsBoth() {
    try (Release two = Release.two(database());
        Release three = Release.three(database())) {
      two.handle(original());
      two.hold(twin());

      awaitNothingHeld(three);

      assertThat(effects()).containsExactly("OrderV3[id=7, channel=unknown]");
    }
  }

  @Test
  default void anOriginalThatWasHeldIsHandledOnceThoughItsTwinWaitsBehindIt() {
    try (Release three = Release.three(database())) {
      three.hold(original());
      three.parkBehind(twin());

      awaitNothingHeld(three);

      assertThat(effects()).containsExactly("OrderV3[id=7, channel=web]");
    }
  }

  @Test
  default void rolledBackWhileBothAreHeldItHandlesTheTwin() {
    try (Release two = Release.two(database());
        Release three = Release.three(database())) {
      three.hold(original());
      three.parkBehind(twin());

      awaitNothingHeld(two);

      assertThat(effects()).containsExactly("OrderV2[id=7]");
    }
  }

  @Test
  default void aTwinIsNotHeldOnceItsOriginalWasHandled() {
    try (Release two = Release.two(database());
        Release three = Release.three(database())) {
      three.handle(original());

      two.hold(twin());

      assertThat(database().rows("event_manager_parked")).isZero();
    }
  }

  private void awaitNothingHeld(Release release) {
    SequenceDrain drain = release.drain();
    try {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> database().rows("event_manager_sequence") == 0);
    } finally {
      drain.close();
    }
  }
}
