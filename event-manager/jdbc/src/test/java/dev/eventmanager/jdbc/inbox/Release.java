package dev.eventmanager.jdbc.inbox;

import dev.eventmanager.EventType;
import dev.eventmanager.Exchange;
import dev.eventmanager.ParkReason;
import dev.eventmanager.Twins;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.handling.AttemptOutcome;
import dev.eventmanager.handling.Attempts;
import dev.eventmanager.handling.CurrentEvent;
import dev.eventmanager.handling.Delivery;
import dev.eventmanager.handling.EventDispatcher;
import dev.eventmanager.handling.FailureClassifier;
import dev.eventmanager.handling.HandlerThreads;
import dev.eventmanager.handling.ParkedEvent;
import dev.eventmanager.handling.Pauses;
import dev.eventmanager.handling.RetryPolicy;
import dev.eventmanager.handling.Subscription;
import dev.eventmanager.handling.Subscriptions;
import dev.eventmanager.handling.Suspects;
import dev.eventmanager.handling.UnmarkedCrashes;
import dev.eventmanager.jdbc.Events;
import dev.eventmanager.jdbc.TestDatabase;
import dev.eventmanager.jdbc.drain.DrainSettings;
import dev.eventmanager.jdbc.drain.SequenceDrain;
import dev.eventmanager.jdbc.parking.JdbcParkedEvents;
import dev.eventmanager.jdbc.parking.ReplayOutcomes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A release of a service that reads some versions of an event; its handler leaves the payload. */
final class Release implements AutoCloseable {

  static final String QUEUE = "billing_order";

  private static final Clock CLOCK = Clock.fixed(Events.TIME, ZoneOffset.UTC);
  private static final Exchange ORDER = Exchange.topic("order");
  private static final EventType<OrderV2> V2 =
      ORDER.event("submit", OrderV2.class).version(2);
  private static final EventType<OrderV3> V3 =
      ORDER.event("submit", OrderV3.class).version(3).upcasting(2, OrderV2.class, OrderV2::toV3);

  private final List<Delivery> skipped = new ArrayList<>();
  private final JdbcParkedEvents parkedEvents;
  private final TestDatabase database;
  private final HandlerThreads threads = HandlerThreads.platform(4);
  private final Attempts attempts;

  private Release(TestDatabase database, EventType<?> declared, Handler handler) {
    this.database = database;
    this.parkedEvents = new JdbcParkedEvents(database.dataSource(), CLOCK);
    EventCatalogue catalogue = EventCatalogue.of(declared);
    FailureClassifier classifier = FailureClassifier.standard();
    Subscription subscription =
        Subscription.of(QUEUE, "order.*.submit", Object.class, (order, metadata) -> {
          handler.handle();
          database
              .jdbc()
              .sql("insert into effect (event_id) values (?)")
              .param(order.toString())
              .update();
        });
    this.attempts = new Attempts(
        new EventDispatcher(
            Subscriptions.of(catalogue, List.of(subscription)),
            new EventCodec(catalogue),
            List.of(new InboxInterceptor(database.dataSource(), database.transactionManager())),
            new CurrentEvent(),
            skipped::add),
        classifier,
        new Pauses(classifier, threads),
        threads,
        Duration.ofMinutes(1));
  }

  /** Reads version 2 alone. */
  static Release two(TestDatabase database) {
    return new Release(database, V2, () -> {});
  }

  /** Reads the versions 2 and 3. */
  static Release three(TestDatabase database) {
    return three(database, () -> {});
  }

  static Release three(TestDatabase database, Handler handler) {
    return new Release(database, V3, handler);
  }

  /** An order in version 3, as it arrives with a twin of version 2 behind it. */
  static EncodedEvent original() {
    EncodedEvent event = Events.event("a", 1);
    return new EncodedEvent(
        event.metadata().toBuilder()
            .routingKey("order.v3.submit")
            .twins(twins())
            .build(),
        "{\"id\":7,\"channel\":\"web\"}".getBytes(StandardCharsets.UTF_8));
  }

  static EncodedEvent twin() {
    return new EncodedEvent(
        original().metadata().toBuilder()
            .id(twins().idOf(2))
            .routingKey("order.v2.submit")
            .build(),
        "{\"id\":7}".getBytes(StandardCharsets.UTF_8));
  }

  private static Twins twins() {
    return new Twins("a/1", List.of(3, 2));
  }

  /** Makes an attempt at each, one after the other. */
  List<AttemptOutcome> handle(EncodedEvent... events) {
    return List.of(events).stream()
        .map(event ->
            attempts.attempt(new Delivery(QUEUE, event, false, () -> true), 1).join())
        .toList();
  }

  List<EncodedEvent> skipped() {
    return skipped.stream().map(Delivery::event).toList();
  }

  /** Has an event that failed wait at the head of its key, to be tried again at once. */
  void hold(EncodedEvent event) {
    parkedEvents.retryLater(
        new ParkedEvent(
            QUEUE,
            event,
            ParkReason.HANDLER_FAILED,
            3,
            Optional.of(new IllegalStateException("no ledger")),
            Events.TIME,
            Events.TIME),
        Duration.ZERO);
  }

  void parkBehind(EncodedEvent event) {
    parkedEvents.parkBehind(QUEUE, event);
  }

  /** Brings back what is held; to be closed. */
  SequenceDrain drain() {
    SequenceDrain drain = new SequenceDrain(
        database.dataSource(),
        RetryPolicy.standard(),
        new DrainSettings.Builder().pollInterval(Duration.ofMillis(10)).build(),
        ReplayOutcomes.ignored(),
        UUID.randomUUID().toString(),
        CLOCK);
    drain.start(List.of(QUEUE), attempts, threads, new Suspects(new UnmarkedCrashes(), threads));
    return drain;
  }

  @Override
  public void close() {
    threads.close();
  }

  @FunctionalInterface
  interface Handler {
    void handle() throws Exception;
  }

  record OrderV2(long id) {
    OrderV3 toV3() {
      return new OrderV3(id, "unknown");
    }
  }

  record OrderV3(long id, String channel) {}
}
