package dev.eventmanager.jdbc.parking;

import static dev.eventmanager.jdbc.Events.event;
import static dev.eventmanager.jdbc.parking.Parking.QUEUE;
import static dev.eventmanager.jdbc.parking.Parking.failed;
import static dev.eventmanager.jdbc.parking.Parking.parked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.ParkReason;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.jdbc.TestDatabase;
import dev.eventmanager.jdbc.schema.EventColumns;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What parking does with an event that another instance handles, or has handled. */
interface HandledMeanwhileContract {

  TestDatabase database();

  private JdbcParkedEvents parkedEvents() {
    return Parking.on(database());
  }

  @Test
  default void doesNotSetAsideWhatAnotherInstanceHasHandled() {
    database().transaction().executeWithoutResult(status -> handled(event("a", 1)));

    parkedEvents().park(failed(event("a", 1)));
    parkedEvents().retryLater(failed(event("a", 1)), Duration.ZERO);

    assertThat(parkedEvents().count(QUEUE)).isZero();
    assertThat(parkedEvents().parkBehind(QUEUE, event("a", 2))).isFalse();
  }

  @Test
  default void waitsForAnotherInstanceThatHandlesTheSameEvent() throws Exception {
    CountDownLatch inHandler = new CountDownLatch(1);
    CountDownLatch proceed = new CountDownLatch(1);
    CompletableFuture<Void> handling =
        CompletableFuture.runAsync(() -> database().transaction().executeWithoutResult(status -> {
          handled(event("a", 1));
          inHandler.countDown();
          await(proceed);
        }));
    inHandler.await();
    CompletableFuture<Void> parking =
        CompletableFuture.runAsync(() -> parkedEvents().park(failed(event("a", 1))));
    database().awaitBlocked();

    proceed.countDown();

    CompletableFuture.allOf(handling, parking).join();
    assertThat(parkedEvents().count(QUEUE)).isZero();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupt) {
      throw new IllegalStateException(interrupt);
    }
  }

  @Test
  default void doesNotWaitForTheTransactionOfAStuckHandler() {
    database().transaction().executeWithoutResult(stuck -> {
      handled(event("a", 1));

      CompletableFuture.runAsync(() -> parkedEvents()
              .park(parked(event("a", 1), ParkReason.HANDLER_STUCK, new IllegalStateException())))
          .join();
    });

    assertThat(parkedEvents().count(QUEUE)).isEqualTo(1);
  }

  @Test
  default void keepsAnEventThoughAnotherOneWasHandledUnderItsId() {
    EncodedEvent other = new EncodedEvent(event("a", 1).metadata(), new byte[] {'7'});
    handled(other);

    parkedEvents().park(failed(event("a", 1)));

    assertThat(parkedEvents().count(QUEUE)).isEqualTo(1);
    assertThat(database().rows("event_manager_inbox")).isEqualTo(1);
  }

  @Test
  default void leavesTheInboxFreeForTheNextAttempt() {
    parkedEvents().park(failed(event("a", 1)));

    assertThat(database().rows("event_manager_inbox")).isZero();
  }

  private void handled(EncodedEvent event) {
    database()
        .jdbc()
        .sql("""
            insert into event_manager_inbox (queue, event_id, fingerprint, handled_at)
            values (?, ?, ?, current_timestamp)
            """)
        .param(QUEUE)
        .param(event.metadata().id())
        .param(EventColumns.fingerprint(event))
        .update();
  }
}
