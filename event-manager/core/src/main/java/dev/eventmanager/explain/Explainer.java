package dev.eventmanager.explain;

import dev.eventmanager.routing.Binding;
import dev.eventmanager.routing.BindingKey;
import dev.eventmanager.routing.Mismatch;
import dev.eventmanager.routing.RoutingKey;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Explains where events go, from facts alone. Immutable and thread-safe. */
public final class Explainer {

  private final RoutingFacts facts;

  public Explainer(RoutingFacts facts) {
    this.facts = facts;
  }

  /** What becomes of a routing key, published on the exchange that its first word names. */
  public KeyExplanation key(String routingKey) {
    return key(BindingKey.of(routingKey).firstWord(), routingKey);
  }

  /** What becomes of a routing key on an exchange: every queue, with each of its bindings. */
  public KeyExplanation key(String exchange, String routingKey) {
    return new KeyExplanation(
        routingKey,
        exchange,
        facts.source(),
        RoutingKey.parse(routingKey).filter(facts.events()::contains).isPresent(),
        facts.queues().stream()
            .map(queue -> new KeyExplanation.Queue(queue, verdicts(queue, exchange, routingKey)))
            .toList());
  }

  private List<KeyExplanation.Verdict> verdicts(String queue, String exchange, String routingKey) {
    return facts.bindingsOf(queue).stream()
        .map(binding -> verdict(binding, exchange, routingKey))
        .toList();
  }

  private static KeyExplanation.Verdict verdict(
      Binding binding, String exchange, String routingKey) {
    String pattern = binding.pattern().pattern();
    if (!binding.exchange().equals(exchange)) {
      return new KeyExplanation.Verdict(
          binding.exchange(),
          pattern,
          false,
          0,
          "bound to exchange \"%s\" instead of \"%s\"".formatted(binding.exchange(), exchange));
    }
    Optional<Mismatch> mismatch = binding.pattern().mismatch(routingKey);
    return new KeyExplanation.Verdict(
        exchange,
        pattern,
        mismatch.isEmpty(),
        mismatch.map(Mismatch::word).orElse(0),
        mismatch.map(Mismatch::reason).orElse("matches"));
  }

  /**
   * What can reach a queue, by which binding.
   *
   * @throws UnknownNameException if there is no such queue
   */
  public QueueExplanation queue(String queue) {
    if (!facts.queues().contains(queue)) {
      throw new UnknownNameException("There is no queue \"%s\", %s; there are %s."
          .formatted(queue, facts.source(), facts.queues()));
    }
    return new QueueExplanation(
        queue,
        facts.source(),
        facts.bindingsOf(queue).stream()
            .map(binding -> new QueueExplanation.Way(
                binding.exchange(),
                binding.pattern().pattern(),
                facts.events().stream()
                    .filter(key -> admits(binding, key))
                    .map(RoutingKey::toString)
                    .toList()))
            .toList());
  }

  /**
   * Where an event goes, in each of its versions.
   *
   * @param event its exchange and name, such as {@code order.submit}
   * @throws UnknownNameException if there is no such event
   */
  public EventExplanation event(String event) {
    List<EventExplanation.Version> versions = facts.events().stream()
        .filter(key -> name(key).equals(event))
        .map(key -> new EventExplanation.Version(key.toString(), targets(key)))
        .toList();
    if (versions.isEmpty()) {
      throw new UnknownNameException("There is no event \"%s\"; there are %s."
          .formatted(
              event,
              facts.events().stream()
                  .map(Explainer::name)
                  .collect(Collectors.toCollection(TreeSet::new))));
    }
    return new EventExplanation(event, facts.source(), versions);
  }

  private static String name(RoutingKey key) {
    return key.exchange() + "." + key.event();
  }

  private List<EventExplanation.Target> targets(RoutingKey key) {
    return facts.queues().stream()
        .map(queue -> new EventExplanation.Target(
            queue,
            facts.bindingsOf(queue).stream()
                .filter(binding -> admits(binding, key))
                .map(binding -> binding.pattern().pattern())
                .toList()))
        .filter(target -> !target.patterns().isEmpty())
        .toList();
  }

  private static boolean admits(Binding binding, RoutingKey key) {
    return binding.exchange().equals(key.exchange()) && binding.pattern().matches(key);
  }
}
