package dev.eventmanager.autoconfigure.observe;

import dev.eventmanager.handling.HandlingInterceptor;
import dev.eventmanager.transport.EventTransport;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.UnaryOperator;

/**
 * How publishing and handling are seen: as observations, or by timers alone where nothing else
 * would come of an observation. Thread-safe.
 *
 * <p>The timers are the same either way; without the observations around them they cost a fraction.
 */
public final class Observing {

  private final UnaryOperator<EventTransport> publishing;
  private final HandlingInterceptor handling;

  private Observing(UnaryOperator<EventTransport> publishing, HandlingInterceptor handling) {
    this.publishing = publishing;
    this.handling = handling;
  }

  static Observing byObservations(ObservationRegistry observations) {
    return new Observing(
        next -> new ObservedTransport(next, observations), new HandlingObserver(observations));
  }

  static Observing byTimersAlone(MeterRegistry meters) {
    Timers<Published> published = new Timers<>(meters, Published::timer);
    Timers<Handled> handled = new Timers<>(meters, Handled::timer);
    return new Observing(next -> new TimedTransport(next, published), new HandlingTimer(handled));
  }

  /** A transport that sends by the next and lets it be seen. */
  public EventTransport publishing(EventTransport next) {
    return publishing.apply(next);
  }

  HandlingInterceptor handling() {
    return handling;
  }
}
