package dev.eventmanager.testkit.probe;

import dev.eventmanager.Event;
import dev.eventmanager.routing.Binding;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The state in which nothing more will come of an event. */
final class Rest {
  private final Event<?> cause;
  private final ReceivedEvents received;
  private final Collection<Binding> bindings;
  private final HandledEvents handled;
  private final List<BooleanSupplier> further;

  Rest(
      Event<?> cause,
      ReceivedEvents received,
      Collection<Binding> bindings,
      HandledEvents handled,
      List<BooleanSupplier> further) {
    this.cause = cause;
    this.received = received;
    this.bindings = bindings;
    this.handled = handled;
    this.further = further;
  }

  /**
   * Whether it is reached. A handler publishes before it is done; so once all are done, whatever
   * they published is on the probe's queue, and heard with what is on its way there.
   */
  boolean isReached(Runnable hearWhatIsOnItsWay) {
    if (!looksReached()) {
      return false;
    }
    hearWhatIsOnItsWay.run();
    return looksReached();
  }

  private boolean looksReached() {
    return further.stream().allMatch(BooleanSupplier::getAsBoolean)
        && missing().findAny().isEmpty();
  }

  private Stream<String> missing() {
    return Stream.concat(Stream.of(cause), received.causedBy(cause).stream())
        .flatMap(this::missing);
  }

  private Stream<String> missing(Event<?> event) {
    String id = event.metadata().id();
    return bindings.stream()
        .filter(binding -> admits(binding, event))
        .map(Binding::queue)
        .distinct()
        .filter(queue -> !handled.isHandled(queue, id))
        .map(queue -> "%s %s on queue %s (%s)"
            .formatted(event.metadata().routingKey(), id, queue, handled.lastFailure(queue, id)));
  }

  private static boolean admits(Binding binding, Event<?> event) {
    return binding.exchange().equals(event.metadata().exchange())
        && binding.pattern().matches(event.metadata().routingKey());
  }

  /** What is expected, for the message of a wait that was in vain. */
  @Override
  public String toString() {
    return missing()
        .collect(Collectors.joining(
            ", ", "rest after " + cause.metadata().id() + ", not handled: [", "]"));
  }
}
