package dev.eventmanager.benchmarks.contestants;

import dev.eventmanager.EventPublisher;
import dev.eventmanager.EventType;
import dev.eventmanager.PublishOutcome;
import dev.eventmanager.benchmarks.run.Broker;
import dev.eventmanager.benchmarks.run.Contestant;
import dev.eventmanager.benchmarks.run.Purchase;
import dev.eventmanager.benchmarks.run.Receipts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/** This library as a service has it: the starter and its defaults. */
public final class Library implements Contestant {

  private static final String DATABASE =
      "--spring.datasource.url=jdbc:h2:mem:benchmark;MODE=PostgreSQL;"
          + "DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";

  private final ConfigurableApplicationContext service;
  private final EventPublisher events;
  private final Receipts receipts;
  private final List<EventType<Purchase>> published;
  private final AtomicInteger count = new AtomicInteger();

  private Library(ConfigurableApplicationContext service, Place place, LibraryEvents types) {
    this.service = service;
    this.events = service.getBean(EventPublisher.class);
    this.receipts = place.receipts();
    this.published = types.published();
  }

  /** Without a database. */
  public static Library start(Place place) {
    return start(LibraryService.class, place);
  }

  /** With a database, and so with outbox and inbox. */
  public static Library startWithDatabase(Place place) {
    return start(LibraryWithDatabaseService.class, place, DATABASE);
  }

  private static Library start(Class<?> kind, Place place, String... arguments) {
    LibraryEvents types = LibraryEvents.of(place.course());
    List<Object> further = new ArrayList<>(types.furtherSubscriptions(place));
    further.add(types);
    ConfigurableApplicationContext service = Services.start(
        kind,
        place,
        further,
        Stream.concat(
                Stream.of(arguments),
                Stream.of(
                    "--event-manager.service=benchmark",
                    "--event-manager.publisher.max-in-flight=" + Broker.IN_FLIGHT,
                    "--event-manager.consumer.prefetch=" + place.broker().prefetch()))
            .toArray(String[]::new));
    return new Library(service, place, types);
  }

  @Override
  public void send(Purchase purchase) {
    events.publishAsync(next(), purchase).thenAccept(this::check);
  }

  @Override
  public void close() {
    service.close();
  }

  private EventType<Purchase> next() {
    return published.size() == 1
        ? published.get(0)
        : published.get(Math.floorMod(count.incrementAndGet(), published.size()));
  }

  private void check(PublishOutcome outcome) {
    if (!outcome.isSafe()) {
      receipts.fault(outcome.toString());
    }
  }
}
