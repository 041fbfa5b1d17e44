package dev.eventmanager.jdbc.inbox;

import static dev.eventmanager.jdbc.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.ParkReason;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.handling.KeyHeldException;
import dev.eventmanager.handling.ParkedEvent;
import dev.eventmanager.jdbc.TestDatabase;
import dev.eventmanager.jdbc.parking.JdbcParkedEvents;
import dev.eventmanager.jdbc.schema.EventColumns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What the inbox promises on every database. */
interface InboxContract {

  TestDatabase database();

  private InboxInterceptor inbox() {
    return new InboxInterceptor(database().dataSource(), database().transactionManager());
  }

  private void handle(String queue, String key, int number) throws Exception {
    inbox().intercept(Handlings.of(queue, event(key, number)), () -> effect(key + "/" + number));
  }

  private void effect(String eventId) {
    database()
        .jdbc()
        .sql("insert into effect (event_id) values (?)")
        .param(eventId)
        .update();
  }

  @Test
  default void handlesAnEventOnceHoweverOftenItComes() throws Exception {
    for (int i = 0; i < 3; i++) {
      handle("billing_order", "a", 1);
    }

    assertThat(database().rows("effect")).isEqualTo(1);
    assertThat(database().rows("event_manager_inbox")).isEqualTo(1);
  }

  @Test
  default void handlesOnceWhateverIdAStrangerGave() throws Exception {
    String endless = "i\0".repeat(50_000);
    for (String id : List.of(endless + "1", endless + "1", endless + "2")) {
      EncodedEvent event = event("a", 1);
      EncodedEvent strange =
          event.withMetadata(event.metadata().toBuilder().id(id).build());
      inbox().intercept(Handlings.of("billing_order", strange), () -> effect("a/1"));
    }

    assertThat(database().rows("effect")).isEqualTo(2);
  }

  @Test
  default void handlesAnEventOnceForEachQueue() throws Exception {
    handle("billing_order", "a", 1);
    handle("logistic_order", "a", 1);

    assertThat(database().rows("effect")).isEqualTo(2);
  }

  @Test
  default void forgetsTheEventTogetherWithItsEffectWhenTheHandlerFails() throws Exception {
    IOException failure = new IOException("no paper");

    assertThatThrownBy(() -> inbox().intercept(Handlings.of("billing_order", event("a", 1)), () -> {
          effect("a/1");
          throw failure;
        }))
        .isSameAs(failure);
    assertThat(database().rows("effect")).isZero();
    assertThat(database().rows("event_manager_inbox")).isZero();

    handle("billing_order", "a", 1);
    assertThat(database().rows("effect")).isEqualTo(1);
  }

  @Test
  default void secondInstanceWaitsForTheFirstAndThenSkips() throws Exception {
    CountDownLatch inHandler = new CountDownLatch(1);
    CountDownLatch proceed = new CountDownLatch(1);
    CompletableFuture<Void> first =
        CompletableFuture.runAsync(() -> handleSlowly(inHandler, proceed, false));
    inHandler.await();
    CompletableFuture<Void> second = CompletableFuture.runAsync(this::handleAnother);
    database().awaitBlocked();

    proceed.countDown();

    CompletableFuture.allOf(first, second).join();
    assertThat(database().rows("effect")).isEqualTo(1);
  }

  @Test
  default void secondInstanceHandlesWhatTheFirstRolledBack() throws Exception {
    CountDownLatch inHandler = new CountDownLatch(1);
    CountDownLatch proceed = new CountDownLatch(1);
    CompletableFuture<Void> first =
        CompletableFuture.runAsync(() -> handleSlowly(inHandler, proceed, true));
    inHandler.await();
    CompletableFuture<Void> second = CompletableFuture.runAsync(this::handleAnother);
    database().awaitBlocked();

    proceed.countDown();

    assertThatThrownBy(first::join).hasRootCauseMessage("killed");
    second.join();
    assertThat(database().rows("effect")).isEqualTo(1);
  }

  private void handleSlowly(CountDownLatch inHandler, CountDownLatch proceed, boolean fail) {
    try {
      inbox().intercept(Handlings.of("billing_order", event("a", 1)), () -> {
        effect("a/1");
        inHandler.countDown();
        proceed.await();
        if (fail) {
          throw new IllegalStateException("killed");
        }
      });
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void handleAnother() {
    try {
      handle("billing_order", "a", 1);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  default void manyInstancesAtOnceHaveOneEffect() {
    CompletableFuture.allOf(IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.runAsync(this::handleAnother))
            .toArray(CompletableFuture[]::new))
        .join();

    assertThat(database().rows("effect")).isEqualTo(1);
  }

  @Test
  default void refusesATransactionManagerOfAnotherDatabase() {
    JdbcDataSource other = new JdbcDataSource();
    other.setURL("jdbc:h2:mem:");
    InboxInterceptor inbox =
        new InboxInterceptor(database().dataSource(), new JdbcTransactionManager(other));

    assertThatThrownBy(() ->
            inbox.intercept(Handlings.of("billing_order", event("a", 1)), () -> effect("a/1")))
        .hasMessageContaining("does not manage the inbox's DataSource");
    assertThat(database().rows("effect")).isZero();
  }

  @Test
  default void refusesAnotherEventUnderAnIdThatWasHandled() throws Exception {
    handle("billing_order", "a", 1);
    EncodedEvent other = new EncodedEvent(event("a", 1).metadata(), utf8("{\"id\":8}"));

    assertThatThrownBy(
            () -> inbox().intercept(Handlings.of("billing_order", other), () -> effect("again")))
        .isInstanceOfSatisfying(
            IdConflictException.class,
            refused -> assertThat(refused.reason()).isEqualTo(ParkReason.ID_CONFLICT))
        .hasMessageContaining("another event with the id a/1 was handled on queue billing_order")
        .hasMessageContaining("%016x".formatted(EventColumns.fingerprint(event("a", 1))))
        .hasMessageContaining("%016x".formatted(EventColumns.fingerprint(other)));
    assertThat(database().rows("effect")).isEqualTo(1);

    handle("billing_order", "a", 1);
    assertThat(database().rows("effect")).as("the first stays handled").isEqualTo(1);
  }

  @Test
  default void refusesTheSamePayloadUnderAnotherRoutingKey() throws Exception {
    handle("billing_order", "a", 1);
    EncodedEvent event = event("a", 1);
    EncodedEvent other = event.withMetadata(
        event.metadata().toBuilder().routingKey("order.v1.refuse").build());

    assertThatThrownBy(
            () -> inbox().intercept(Handlings.of("billing_order", other), () -> effect("again")))
        .isInstanceOf(IdConflictException.class);
  }

  @Test
  default void callsNoHandlerFromALaneWhoseKeyIsHeld() throws Exception {
    handle("billing_order", "a", 1);
    hold("billing_order", event("a", 2));

    assertThatThrownBy(() -> handle("billing_order", "a", 3)).isInstanceOf(KeyHeldException.class);
    handle("billing_order", "a", 1); // was handled before, so it need not wait
    handle("logistic_order", "a", 3);
    handle("billing_order", "b", 1);

    assertThat(database().rows("effect")).isEqualTo(3);
  }

  @Test
  default void handlesWhatWasHeldThoughItsKeyIs() throws Exception {
    hold("billing_order", event("a", 2));

    inbox().intercept(Handlings.ofHeld("billing_order", event("a", 2)), () -> effect("a/2"));
    inbox().intercept(Handlings.ofHeld("billing_order", event("a", 2)), () -> effect("a/2"));

    assertThat(database().rows("effect")).isEqualTo(1);
  }

  private void hold(String queue, EncodedEvent event) {
    new JdbcParkedEvents(database().dataSource(), Clock.systemUTC())
        .park(new ParkedEvent(
            queue,
            event,
            ParkReason.HANDLER_FAILED,
            1,
            Optional.of(new IllegalStateException("no ledger")),
            Instant.EPOCH,
            Instant.EPOCH));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
