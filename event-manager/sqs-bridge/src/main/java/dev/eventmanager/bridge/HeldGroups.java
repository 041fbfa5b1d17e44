package dev.eventmanager.bridge;

import static java.util.stream.Collectors.toMap;

import dev.eventmanager.bridge.route.RunningRoute;
import dev.eventmanager.handling.DeliveryAttempts;
import dev.eventmanager.handling.HandlerThreads;
import dev.eventmanager.handling.Suspects;
import dev.eventmanager.jdbc.drain.SequenceDrain;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Brings the events that are kept in the database back to the mirror of their route, in order. */
@Component
class HeldGroups {

  private final SequenceDrain drain;
  private final HandlerThreads threads;
  private final Suspects suspects;

  HeldGroups(SequenceDrain drain, HandlerThreads threads, Suspects suspects) {
    this.drain = drain;
    this.threads = threads;
    this.suspects = suspects;
  }

  void start(List<RunningRoute> routes) {
    Map<String, RunningRoute> byQueue =
        routes.stream().collect(toMap(each -> each.route().queue(), each -> each));
    DeliveryAttempts attempts = (delivery, attempt) ->
        Objects.requireNonNull(byQueue.get(delivery.queue())).attempt(delivery, attempt);
    drain.start(byQueue.keySet(), attempts, threads, suspects);
  }

  /** Begins nothing further. */
  void pause() {
    drain.pause();
  }

  /** Waits for what is in hand. */
  void close() {
    drain.close();
  }
}
