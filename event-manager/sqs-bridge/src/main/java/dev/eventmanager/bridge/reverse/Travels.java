package dev.eventmanager.bridge.reverse;

import dev.eventmanager.codec.EncodedEvent;
import java.util.Arrays;

/**
 * Where an event has been, as its origin tells: the brokers and queues that bridges brought it from,
 * the first one first, separated by spaces. One place would not do: of three brokers that mirror to
 * each other in turn two can make a circle that the third, where the event began, is no part of.
 */
final class Travels {

  private static final String BETWEEN = " ";
  private static final String QUEUE = "sqs:";

  private Travels() {}

  /** A queue as a place. */
  static String queue(String name) {
    return QUEUE + name;
  }

  static boolean haveBeenAt(EncodedEvent event, String place) {
    return event.metadata().origin().stream()
        .flatMap(origin -> Arrays.stream(origin.split(BETWEEN)))
        .anyMatch(place::equals);
  }

  /** The event, on from this place. */
  static EncodedEvent on(EncodedEvent event, String from) {
    if (haveBeenAt(event, from)) {
      return event;
    }
    var origin =
        event.metadata().origin().map(before -> before + BETWEEN + from).orElse(from);
    return event.withMetadata(event.metadata().toBuilder().origin(origin).build());
  }
}
