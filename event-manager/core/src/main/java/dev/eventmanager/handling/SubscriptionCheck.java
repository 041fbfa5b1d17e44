package dev.eventmanager.handling;

import dev.eventmanager.EventType;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.routing.RoutingKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds everything that is wrong with subscriptions before the first event arrives. */
final class SubscriptionCheck {

  private final EventCatalogue catalogue;

  SubscriptionCheck(EventCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  List<String> problems(Collection<Subscription> subscriptions) {
    List<String> problems = new ArrayList<>();
    subscriptions.forEach(each -> admitsNothing(each).ifPresent(problems::add));
    subscriptions.forEach(each -> problems.addAll(misfits(each)));
    problems.addAll(rivals(List.copyOf(subscriptions)));
    return problems;
  }

  private Optional<String> admitsNothing(Subscription subscription) {
    if (!catalogue.admittedBy(subscription.pattern()).isEmpty()) {
      return Optional.empty();
    }
    Optional<String> flaw = subscription.pattern().flaw();
    if (flaw.isPresent()) {
      return flaw.map(each -> "%s: %s".formatted(subscription, each));
    }
    String advice = catalogue
        .nearest(subscription.pattern().pattern())
        .map(nearest -> "did you mean \"%s\"?".formatted(nearest))
        .orElse("no event is declared at all; is the module of events on the class path?");
    return Optional.of("%s matches no declared event; %s".formatted(subscription, advice));
  }

  private List<String> misfits(Subscription subscription) {
    return catalogue.admittedBy(subscription.pattern()).values().stream()
        .distinct()
        .filter(event -> !subscription.payloadType().isAssignableFrom(event.payloadType()))
        .map(event -> misfit(subscription, event))
        .toList();
  }

  private static String misfit(Subscription subscription, EventType<?> event) {
    return "%s takes %s, but its pattern admits %s, which carries %s; change the parameter or narrow the pattern"
        .formatted(
            subscription,
            subscription.payloadType().getSimpleName(),
            event,
            event.payloadType().getSimpleName());
  }

  private List<String> rivals(List<Subscription> subscriptions) {
    List<String> problems = new ArrayList<>();
    for (int first = 0; first < subscriptions.size(); first++) {
      for (int second = first + 1; second < subscriptions.size(); second++) {
        rivalry(subscriptions.get(first), subscriptions.get(second)).ifPresent(problems::add);
      }
    }
    return problems;
  }

  private Optional<String> rivalry(Subscription one, Subscription other) {
    if (!one.queue().equals(other.queue())) {
      return Optional.empty();
    }
    Map<RoutingKey, EventType<?>> admitted = catalogue.admittedBy(one.pattern());
    if (one.source() != other.source()) {
      return Optional.of("%s and %s name a queue on the broker and one in SQS alike; rename one"
          .formatted(one, other));
    }
    return admitted.keySet().stream()
        .filter(key -> other.pattern().matches(key))
        .findFirst()
        .map(key ->
            "%s and %s both take %s; give one of them a queue of its own, or narrow a pattern"
                .formatted(one, other, key));
  }
}
