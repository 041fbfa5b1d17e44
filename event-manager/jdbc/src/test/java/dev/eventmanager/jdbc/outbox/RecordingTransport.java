package dev.eventmanager.jdbc.outbox;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.transport.EventTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Stands for the broker: keeps what was sent and what it confirmed, and answers as it is told. */
final class RecordingTransport implements EventTransport {

  static final PublishOutcome CONFIRMED = new PublishOutcome.Confirmed();
  static final PublishOutcome UNROUTABLE = new PublishOutcome.Unroutable(312, "NO_ROUTE");

  private final List<EncodedEvent> sent = new ArrayList<>();
  private final List<EncodedEvent> confirmed = new ArrayList<>();
  private volatile Function<EncodedEvent, CompletableFuture<PublishOutcome>> answer =
      event -> CompletableFuture.completedFuture(CONFIRMED);

  void answers(Function<EncodedEvent, PublishOutcome> outcome) {
    answersLater(event -> CompletableFuture.completedFuture(outcome.apply(event)));
  }

  void answersLater(Function<EncodedEvent, CompletableFuture<PublishOutcome>> outcome) {
    answer = outcome;
  }

  @Override
  public CompletableFuture<PublishOutcome> send(EncodedEvent event) {
    synchronized (this) {
      sent.add(event);
    }
    return answer.apply(event).whenComplete((outcome, failure) -> {
      if (CONFIRMED.equals(outcome)) {
        confirm(event);
      }
    });
  }

  private synchronized void confirm(EncodedEvent event) {
    confirmed.add(event);
  }

  synchronized List<EncodedEvent> events() {
    return List.copyOf(confirmed);
  }

  /** Ids of all events sent, in their order, whatever the answer was. */
  synchronized List<String> sent() {
    return sent.stream().map(event -> event.metadata().id()).toList();
  }

  /** Ids of all confirmed events, in their order. */
  synchronized List<String> confirmed() {
    return confirmed.stream().map(event -> event.metadata().id()).toList();
  }

  List<String> confirmedOf(String orderingKey) {
    return events().stream()
        .filter(event -> event.metadata().orderingKey().equals(orderingKey))
        .map(event -> event.metadata().id())
        .toList();
  }
}
