package dev.eventmanager.autoconfigure.subscribe;

import dev.eventmanager.autoconfigure.ServiceName;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.handling.Subscription;
import dev.eventmanager.handling.Subscriptions;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Tells, once, what a service listens to and what it may rely on. */
final class StartUpReport {

  private final ServiceName service;
  private final EventCatalogue catalogue;
  private final boolean publishesInTransactions;
  private final boolean handlesOnce;
  private final FailureNote failing;
  private final Supplier<String> operations;

  StartUpReport(
      ServiceName service,
      EventCatalogue catalogue,
      boolean publishesInTransactions,
      boolean handlesOnce,
      FailureNote failing,
      Supplier<String> operations) {
    this.service = service;
    this.catalogue = catalogue;
    this.publishesInTransactions = publishesInTransactions;
    this.handlesOnce = handlesOnce;
    this.failing = failing;
    this.operations = operations;
  }

  /** Empty where there is nothing to tell of: neither is an event declared nor a queue subscribed to. */
  Optional<String> of(Subscriptions subscriptions) {
    return catalogue.events().isEmpty() && subscriptions.queues().isEmpty()
        ? Optional.empty()
        : Optional.of(text(subscriptions));
  }

  private String text(Subscriptions subscriptions) {
    return """
        Events of service "%s"
          declared:   %s
          publishing: %s
          handling:   %s
          operations: %s
        %s""".formatted(
        service.value(),
        declared(),
        publishesInTransactions
            ? "in the transaction where there is one (outbox), else confirmed by the broker"
            : "confirmed by the broker; joins no transaction, since there is no outbox (it needs one DataSource, or one that is @Primary)",
        subscriptions.queues().isEmpty() ? "nothing; no method is marked @OnEvent" : handling(),
        operations.get(),
        queues(subscriptions)).stripTrailing();
  }

  private String handling() {
    return """
        %s
          failing:    %s""".formatted(
            handlesOnce
                ? "each effect once (inbox in the handler's transaction)"
                : "at least once, since there is no inbox (it needs one DataSource, or one that is @Primary, with its transaction manager); handlers must bear repetition",
            failing.text());
  }

  private String declared() {
    return catalogue.events().isEmpty()
        ? "none; is the module of events on the class path?"
        : catalogue.events().stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  private String queues(Subscriptions subscriptions) {
    return subscriptions.queues().stream()
        .map(queue -> queue(queue, subscriptions.of(queue)))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private String queue(String queue, List<Subscription> subscriptions) {
    return subscriptions.stream()
        .map(each -> "    %s -> %s".formatted(each.pattern(), each.name()))
        .collect(Collectors.joining(
            System.lineSeparator(),
            "  queue " + queue + (inSqs(subscriptions) ? " in SQS" : "") + failing.ofQueue(queue)
                + System.lineSeparator(),
            ""));
  }

  private static boolean inSqs(List<Subscription> subscriptions) {
    return subscriptions.stream().anyMatch(each -> each.source() == Subscription.Source.SQS);
  }
}
