package dev.eventmanager.jdbc.drain;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.EventType;
import dev.eventmanager.Exchange;
import dev.eventmanager.ParkReason;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.EventCodec;
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
import dev.eventmanager.jdbc.Events;
import dev.eventmanager.jdbc.TestDatabase;
import dev.eventmanager.jdbc.crash.JdbcCrashMarks;
import dev.eventmanager.jdbc.inbox.InboxInterceptor;
import dev.eventmanager.jdbc.parking.JdbcParkedEvents;
import dev.eventmanager.jdbc.parking.ParkedFilter;
import dev.eventmanager.jdbc.parking.ParkedReader;
import dev.eventmanager.jdbc.parking.ParkedRow;
import dev.eventmanager.jdbc.parking.ParkedSequences;
import dev.eventmanager.jdbc.parking.ReplayOutcomes;
import dev.eventmanager.jdbc.parking.SequenceState;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** A service with one queue: its handler leaves an effect, or fails as a test wants it to. */
final class Billing implements AutoCloseable {

  static final String QUEUE = "billing_order";
  static final Clock CLOCK = Clock.fixed(Events.TIME, ZoneOffset.UTC);

  private static final EventType<Order> SUBMIT =
      Exchange.topic("order").event("submit", Order.class);

  /** Five attempts, three of them quick, without noticeable waits. */
  private static final RetryPolicy POLICY =
      new RetryPolicy(5, 3, Duration.ofMillis(1), 1, Duration.ofMillis(1));

  final JdbcParkedEvents parkedEvents;
  final List<String> attempted = new CopyOnWriteArrayList<>();

  private final List<EventMetadata> metadata = new CopyOnWriteArrayList<>();
  private final TestDatabase database;
  private final HandlerThreads threads = HandlerThreads.platform(4);
  private final List<SequenceDrain> drains = new ArrayList<>();
  private final Attempts attempts;

  /** A service.
   *
   * @param handler comes before the effect, in its transaction
   */
  Billing(TestDatabase database, Handler handler) {
    this(database, handler, FailureClassifier.standard());
  }

  Billing(TestDatabase database, Handler handler, FailureClassifier classifier) {
    this.database = database;
    this.parkedEvents = new JdbcParkedEvents(database.dataSource(), CLOCK);
    EventCatalogue catalogue = EventCatalogue.of(SUBMIT);
    Subscription subscription =
        Subscription.of(QUEUE, "order.*.submit", Order.class, (order, handed) -> {
          attempted.add(handed.id());
          metadata.add(handed);
          handler.handle(handed.id());
          leaveEffect(handed.id());
        });
    this.attempts = new Attempts(
        new EventDispatcher(
            Subscriptions.of(catalogue, List.of(subscription)),
            new EventCodec(catalogue),
            List.of(new InboxInterceptor(database.dataSource(), database.transactionManager())),
            new CurrentEvent(),
            skipped -> {}),
        classifier,
        new Pauses(classifier, threads),
        threads,
        Duration.ofMinutes(1));
  }

  /** A handler that never succeeds with one event, and always with others. */
  static Handler failsOn(String eventId) {
    return id -> {
      if (id.equals(eventId)) {
        throw new IllegalStateException("no ledger");
      }
    };
  }

  private void leaveEffect(String eventId) {
    database
        .jdbc()
        .sql("insert into effect (event_id) values (?)")
        .param(eventId)
        .update();
  }

  /** Ids of events that have taken effect, in the order in which they did. */
  List<String> effects() {
    return database
        .jdbc()
        .sql("select event_id from effect order by id")
        .query(String.class)
        .list();
  }

  /** What the handler was given with each attempt. */
  List<EventMetadata> metadata() {
    return metadata;
  }

  /** Handles an event as its lane would, and waits for the end. */
  void handle(EncodedEvent event) {
    attempts.attempt(new Delivery(QUEUE, event, false, () -> true), 1).join();
  }

  /** The event has failed its quick attempts, and its key waits. */
  void retryLater(EncodedEvent event, Duration delay) {
    parkedEvents.retryLater(failed(event, 3), delay);
  }

  void park(EncodedEvent event) {
    parkedEvents.park(failed(event, 5));
  }

  private static ParkedEvent failed(EncodedEvent event, int attempts) {
    return new ParkedEvent(
        QUEUE,
        event,
        ParkReason.HANDLER_FAILED,
        attempts,
        Optional.of(new IllegalStateException("no ledger")),
        Events.TIME,
        Events.TIME);
  }

  List<ParkedRow> parkedRows() {
    return new ParkedReader(database.dataSource()).list(ParkedFilter.ofQueue(QUEUE), 0, 1_000);
  }

  /** As an operator does it. */
  void replay(ParkedRow head) {
    ParkedSequences sequences = new ParkedSequences(database.dataSource());
    List<String> parked = List.of(head.sequenceId());
    database.transaction().executeWithoutResult(status -> {
      if (sequences.lock(QUEUE, parked).get(head.sequenceId()) != SequenceState.PARKED) {
        throw new AssertionError(head + " is not parked");
      }
      sequences.replay(QUEUE, parked);
    });
  }

  boolean holdsNothing() {
    return database.rows("event_manager_parked") == 0
        && database.rows("event_manager_sequence") == 0;
  }

  SequenceDrain drain() {
    return drain(settings().build(), database.dataSource(), ReplayOutcomes.ignored());
  }

  SequenceDrain drain(DrainSettings settings, DataSource dataSource, ReplayOutcomes outcomes) {
    SequenceDrain drain = new SequenceDrain(
        dataSource, POLICY, settings, outcomes, "billing-" + drains.size(), CLOCK);
    Suspects suspects = new Suspects(new JdbcCrashMarks(dataSource), threads);
    drain.start(List.of(QUEUE), attempts, threads, suspects);
    drains.add(drain);
    return drain;
  }

  static DrainSettings.Builder settings() {
    return new DrainSettings.Builder()
        .pollInterval(Duration.ofMillis(10))
        .lease(Duration.ofSeconds(1))
        .stopWithin(Duration.ofSeconds(5));
  }

  @Override
  public void close() {
    drains.forEach(SequenceDrain::pause);
    drains.forEach(SequenceDrain::close);
    threads.close();
  }

  @FunctionalInterface
  interface Handler {
    void handle(String eventId) throws Exception;
  }

  record Order(long id) {}
}
