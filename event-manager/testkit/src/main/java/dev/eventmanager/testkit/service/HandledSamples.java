package dev.eventmanager.testkit.service;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.eventmanager.Event;
import dev.eventmanager.handling.KeyHeldException;
import dev.eventmanager.handling.Subscription;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.rabbit.message.EventMessageWriter;
import dev.eventmanager.routing.Binding;
import dev.eventmanager.routing.RoutingKey;
import dev.eventmanager.testkit.foreign.ForeignPublisher;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/**
 * Publishes every version that a handler's pattern admits as a stranger would, with nothing but
 * exchange, routing key, body and an id to know it by, and sees that the handler takes it.
 */
final class HandledSamples {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final LiveService service;
  private final SampleFiles files;
  private final ForeignPublisher stranger;
  private final HandlingWitness witness;
  private final ServiceContractTest stage;
  private final EventIds ids = EventIds.uuidV7();

  HandledSamples(
      LiveService service,
      SampleFiles files,
      ForeignPublisher stranger,
      HandlingWitness witness,
      ServiceContractTest stage) {
    this.service = service;
    this.files = files;
    this.stranger = stranger;
    this.witness = witness;
    this.stage = stage;
  }

  Stream<DynamicNode> tests() {
    return service.handlers().stream()
        .flatMap(handler -> admitted(handler)
            .map(key -> dynamicTest(
                "%s reaches %s through queue %s".formatted(key, handler.name(), handler.queue()),
                () -> check(handler, key))));
  }

  /** Also what is not declared here, or not in a version that can be read, and yet has a contract. */
  private Stream<RoutingKey> admitted(Subscription handler) {
    Set<String> exchanges = service.catalogue().exchangesOf(handler.pattern());
    Stream<RoutingKey> published = files.keys().stream()
        .filter(key -> exchanges.contains(key.exchange()) && handler.pattern().matches(key));
    Stream<RoutingKey> declared =
        service.catalogue().admittedBy(handler.pattern()).keySet().stream();
    return Stream.concat(declared, published)
        .distinct()
        .sorted(Comparator.comparing(RoutingKey::toString));
  }

  private void check(Subscription handler, RoutingKey key) throws Exception {
    Report report = Report.empty()
        .at("exchange", key.exchange())
        .at("key", key)
        .at("pattern", handler.pattern())
        .at("queue", handler.queue())
        .at("handler", handler.name());
    Sample sample = files.of(key, report);
    Report full = report.at("sample", sample.file());
    full.failOn(key + " has a sample that is not what travels:", sample.problems(service.codec()));
    Event<?> event = sample.event(service.codec(), ids.next());
    stage.prepare(event);
    Handled end = end(handler, event, sample, Map.of(), full);
    if (end.failure().filter(KeyHeldException.class::isInstance).isPresent()) {
      // An earlier event of its key has failed: it comes again, by a key of its own.
      Event<?> again = sample.event(service.codec(), ids.next());
      Map<String, Object> ownKey =
          Map.of(EventMessageWriter.ORDERING_KEY, again.metadata().id());
      end = end(handler, again, sample, ownKey, full);
    }
    verdict(handler, event, end, full);
  }

  private Handled end(
      Subscription handler,
      Event<?> event,
      Sample sample,
      Map<String, Object> headers,
      Report report) {
    String id = event.metadata().id();
    stranger.publish(
        event.metadata().exchange(),
        event.metadata().routingKey(),
        new BasicProperties.Builder().messageId(id).headers(headers).build(),
        sample.body());
    Map<String, Optional<Handled>> ends = new HashMap<>();
    queues(event).forEach(queue -> ends.put(queue, witness.await(queue, id, LIMIT)));
    return ends.getOrDefault(handler.queue(), Optional.empty())
        .orElseThrow(() -> unhandled(handler, event, report));
  }

  /** Every queue of the service that it reaches, so that none is at work when the next one comes. */
  private List<String> queues(Event<?> event) {
    return service.subscriptions().bindings().stream()
        .filter(binding -> binding.exchange().equals(event.metadata().exchange()))
        .filter(binding -> binding.pattern().matches(event.metadata().routingKey()))
        .map(Binding::queue)
        .distinct()
        .toList();
  }

  private AssertionError unhandled(Subscription handler, Event<?> event, Report report) {
    return report
        .at("parked", service.parked().count(handler.queue()) + " events on this queue")
        .failure("%s reached no handler within %d s"
            .formatted(event.metadata().routingKey(), LIMIT.toSeconds()));
  }

  private void verdict(Subscription handler, Event<?> event, Handled end, Report report) {
    String key = event.metadata().routingKey();
    if (!end.by().name().equals(handler.name())) {
      throw report.failure("%s was taken by %s".formatted(key, end.by()));
    }
    Optional<Class<? extends Throwable>> refusal = stage.refusal(event);
    if (refusal.isEmpty() && end.failure().isPresent()) {
      Throwable failure = end.failure().get();
      throw report.at("failure", failure).failure(key + " was not handled", failure);
    }
    refusal.ifPresent(expected -> requireRefused(expected, end, key, report));
  }

  private static void requireRefused(
      Class<? extends Throwable> expected, Handled end, String key, Report report) {
    Throwable failure = end.failure()
        .orElseThrow(() -> report.failure("%s was handled, and should have been refused with %s"
            .formatted(key, expected.getName())));
    if (!expected.isInstance(failure)) {
      throw report
          .at("failure", failure)
          .failure(
              "%s was refused, and should have been with %s".formatted(key, expected.getName()),
              failure);
    }
  }
}
