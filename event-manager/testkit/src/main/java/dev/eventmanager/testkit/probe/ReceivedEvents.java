package dev.eventmanager.testkit.probe;

import dev.eventmanager.Event;
import dev.eventmanager.EventType;
import dev.eventmanager.codec.UndecodableEventException;
import dev.eventmanager.handling.EventHandler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Records events in the order of their arrival, and lets a test wait for one. Thread-safe.
 *
 * <p>It is an {@link EventHandler}: subscribe it to see what a handler would.
 */
public final class ReceivedEvents implements EventHandler {
  private static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(20);
  private static final int MOST_LISTED = 50;
  private static final Duration POLL_INTERVAL = Duration.ofMillis(5);

  private final Queue<Event<?>> events = new ConcurrentLinkedQueue<>();
  private final List<String> unreadable = new CopyOnWriteArrayList<>();
  private volatile Duration deadline = DEFAULT_DEADLINE;

  /** How long every wait may take from here on; 20 seconds if nothing is said. */
  public ReceivedEvents within(Duration limit) {
    deadline = limit;
    return this;
  }

  @Override
  public void handle(Event<?> event) {
    events.add(event);
  }

  /** Takes note of one that could not be read, to tell of it where a wait was in vain. */
  void unreadable(UndecodableEventException why) {
    unreadable.add(why.getMessage());
  }

  /** Everything so far. */
  public List<Event<?>> all() {
    return List.copyOf(events);
  }

  /** The events of a type so far. */
  @SuppressWarnings("unchecked") // an event of a type has that type's payload
  public <T> List<Event<T>> of(EventType<T> type) {
    return events.stream()
        .filter(event -> event.type().equals(type))
        .map(event -> (Event<T>) event)
        .toList();
  }

  /** The payloads of a type so far. */
  public <T> List<T> payloads(EventType<T> type) {
    return of(type).stream().map(Event::payload).toList();
  }

  /** Waits for the first event of a type, which may have come already. */
  public <T> Event<T> await(EventType<T> type) {
    return await(type, any -> true);
  }

  /**
   * Waits for the first event of a type that meets a condition; it may have come already.
   *
   * @throws AssertionError after the deadline, listing what came instead
   */
  public <T> Event<T> await(EventType<T> type, Predicate<? super Event<T>> condition) {
    awaitUntil(
        "an event " + type + " that meets the condition",
        () -> first(type, condition).isPresent());
    return first(type, condition).orElseThrow();
  }

  /**
   * Waits for the first event of a type that was published, directly or through others, because of
   * an earlier one.
   *
   * @throws AssertionError after the deadline, listing what came instead
   */
  public <T> Event<T> awaitCausedBy(Event<?> cause, EventType<T> type) {
    Predicate<Event<?>> caused = event -> causedBy(cause).contains(event);
    awaitUntil(
        "an event " + type + " caused by " + cause.metadata().id(),
        () -> first(type, caused).isPresent());
    return first(type, caused).orElseThrow();
  }

  /**
   * Waits until at least so many events have come.
   *
   * @throws AssertionError after the deadline, listing what did come
   */
  public List<Event<?>> awaitCount(int atLeast) {
    awaitUntil(atLeast + " events", () -> events.size() >= atLeast);
    return all();
  }

  /** An event's consequences so far: what it caused, what these caused, and so on. */
  public List<Event<?>> causedBy(Event<?> cause) {
    return Causes.consequencesOf(cause, events);
  }

  /**
   * Waits for a condition; what came is listed if it is not met in time.
   *
   * @param expected says by its {@code toString} what is waited for
   */
  void awaitUntil(Object expected, BooleanSupplier condition) {
    try {
      Awaitility.await()
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(POLL_INTERVAL)
          .atMost(deadline)
          .until(condition::getAsBoolean);
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(
          "expected %s within %s; %s".formatted(expected, deadline, whatCame()), e);
    }
  }

  private <T> Optional<Event<T>> first(EventType<T> type, Predicate<? super Event<T>> condition) {
    return of(type).stream().filter(condition).findFirst();
  }

  private String whatCame() {
    if (events.isEmpty() && unreadable.isEmpty()) {
      return "no event came at all";
    }
    int came = events.size();
    return Stream.concat(
            events.stream().skip(Math.max(0, came - MOST_LISTED)).map(ReceivedEvents::describe),
            unreadable.stream().limit(MOST_LISTED).map(why -> "unreadable: " + why))
        .collect(Collectors.joining(
            "%n  ".formatted(),
            "%d came, at most the last %d are listed:%n  ".formatted(came, MOST_LISTED),
            ""));
  }

  private static String describe(Event<?> event) {
    return "%s  id %s  key %s%s  %s"
        .formatted(
            event.metadata().routingKey(),
            event.metadata().id(),
            event.metadata().orderingKey(),
            event.metadata().causationId().map(id -> "  caused by " + id).orElse(""),
            event.payload());
  }

  @Override
  public String toString() {
    return whatCame();
  }
}
