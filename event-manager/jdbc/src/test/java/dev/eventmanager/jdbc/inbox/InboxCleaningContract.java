package dev.eventmanager.jdbc.inbox;

import static dev.eventmanager.jdbc.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.jdbc.TestDatabase;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How the inbox forgets, on every database. */
interface InboxCleaningContract {

  int MANY = 100_000;

  TestDatabase database();

  private InboxCleaner cleaner() {
    return new InboxCleaner(database().dataSource(), Duration.ofDays(7));
  }

  private void handle(int number) {
    try {
      new InboxInterceptor(database().dataSource(), database().transactionManager())
          .intercept(Handlings.of("billing_order", event("new", number)), () -> {});
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Rows old/0 to old/99999, the first the oldest. */
  private void manyWereHandledLongAgo() {
    database()
        .jdbc()
        .sql("""
        insert into event_manager_inbox (queue, event_id, fingerprint, handled_at)
        select 'billing_order', 'old/' || n, 0,
          current_timestamp - interval '9' day + n * interval '1' second
        from (select a.n * 10000 + b.n * 1000 + c.n * 100 + d.n * 10 + e.n as n
          from %s, %s, %s, %s, %s) as number
        """.formatted(digit("a"), digit("b"), digit("c"), digit("d"), digit("e")))
        .update();
  }

  private static String digit(String name) {
    return "(values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) as %s (n)".formatted(name);
  }

  @Test
  default void forgetsWhatIsOlderThanTheRetentionWhileEventsAreHandled() {
    manyWereHandledLongAgo();
    CompletableFuture<Long> cleaning = new CompletableFuture<>();
    database().transaction().executeWithoutResult(status -> {
      cleaningStopsAt("old/50500");
      cleaning.completeAsync(cleaner()::clean);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> database().rows("event_manager_inbox") <= MANY - 50_000);

      // On connections of their own, as other instances would.
      CompletableFuture.runAsync(() -> {
            for (int i = 1; i <= 20; i++) {
              handle(i);
            }
          })
          .join();
    });

    assertThat(cleaning.join()).isEqualTo(MANY);
    assertThat(database().rows("event_manager_inbox")).isEqualTo(20);
  }

  /** In the middle of a batch, with rows deleted and not yet committed. */
  private void cleaningStopsAt(String eventId) {
    database()
        .jdbc()
        .sql("select event_id from event_manager_inbox where event_id = ? for update")
        .param(eventId)
        .query(String.class)
        .single();
  }

  @Test
  default void keepsWhatWasHandledAMomentAgo() {
    handle(1);

    assertThat(cleaner().clean()).isZero();
    assertThat(database().rows("event_manager_inbox")).isEqualTo(1);
  }
}
