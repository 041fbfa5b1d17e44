package dev.eventmanager.benchmarks.contestants;

import dev.eventmanager.EventType;
import dev.eventmanager.Exchange;
import dev.eventmanager.benchmarks.run.Contestant.Place;
import dev.eventmanager.benchmarks.run.Course;
import dev.eventmanager.benchmarks.run.Purchase;
import dev.eventmanager.handling.Subscription;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The events that the service declares, as many as the course asks for.
 *
 * @param published those that a pattern of the queue lets in
 */
record LibraryEvents(List<EventType<Purchase>> all, List<EventType<Purchase>> published) {

  private static final String FIRST = "purchase";

  static LibraryEvents of(Course course) {
    Exchange exchange = Exchange.topic(LibraryService.NAME);
    List<EventType<Purchase>> all = IntStream.rangeClosed(1, course.types())
        .mapToObj(number -> number == 1 ? FIRST : FIRST + "-" + number)
        .map(name -> exchange.event(name, Purchase.class).keyedBy(Purchase::id))
        .toList();
    return new LibraryEvents(all, all.subList(0, course.patterns()));
  }

  /** The first is handled by the service's method; a pattern each for the others. */
  List<Subscription> furtherSubscriptions(Place place) {
    return published.stream()
        .skip(1)
        .map(type -> Subscription.of(
            LibraryService.NAME,
            LibraryService.NAME + ".*." + type.name(),
            Purchase.class,
            (purchase, metadata) -> place.receipts().received(purchase)))
        .toList();
  }
}
