package dev.eventmanager.testkit.service;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.rabbitmq.client.Delivery;
import dev.eventmanager.Event;
import dev.eventmanager.EventType;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.routing.RoutingKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/**
 * Publishes the sample of each event as the service does and compares what is then on the wire with
 * the contract; what handlers published meanwhile too.
 */
final class PublishedSamples {

  private final LiveService service;
  private final SampleFiles files;
  private final Overheard overheard;
  private final Collection<? extends EventType<?>> published;
  private final WireCheck wire;
  private final EventIds ids = EventIds.uuidV7();
  private final Set<String> samples = new HashSet<>();

  PublishedSamples(
      LiveService service,
      SampleFiles files,
      Overheard overheard,
      Collection<? extends EventType<?>> published) {
    this.service = service;
    this.files = files;
    this.overheard = overheard;
    this.published = published;
    this.wire = new WireCheck(service.codec(), service.source());
  }

  /** The routing keys under which an event goes out: its own and those of its twins. */
  static Stream<RoutingKey> keys(EventType<?> type) {
    return Stream.concat(type.twinVersions().stream(), Stream.of(type.version()))
        .map(type::routingKey);
  }

  Stream<DynamicNode> tests() {
    return Stream.concat(
        published.stream()
            .map(type -> dynamicTest(type + " goes out as its sample shows", () -> check(type))),
        Stream.of(dynamicTest(
            "What its handlers published meanwhile keeps to its contract", this::checkHandlers)));
  }

  private void check(EventType<?> type) {
    Report place = report(type.routingKey());
    Sample sample = files.of(type.routingKey(), place);
    Report report = place.at("sample", sample.file());
    report.failOn(
        type + " has a sample that is not what travels:", sample.problems(service.codec()));
    Object payload = sample.event(service.codec(), ids.next()).payload();
    Event<?> event = service.publish(type, payload);
    samples.add(event.metadata().id());
    Delivery message = overheard.await(event.metadata().id());
    List<String> findings = new ArrayList<>(wire.problems(message, sample));
    findings.addAll(wire.differences(message, sample));
    report.failOn(type + " is not on the wire what its contract says:", findings);
  }

  private void checkHandlers() {
    for (Delivery message : overheard.soFar(ids.next())) {
      if (service.source().equals(message.getProperties().getAppId())
          && !samples.contains(message.getProperties().getMessageId())) {
        checkHandlers(message);
      }
    }
  }

  private void checkHandlers(Delivery message) {
    String text = message.getEnvelope().getRoutingKey();
    Optional<RoutingKey> key = published.stream()
        .flatMap(PublishedSamples::keys)
        .filter(each -> each.toString().equals(text))
        .findFirst();
    if (key.isEmpty()) {
      throw Report.empty()
          .at("exchange", message.getEnvelope().getExchange())
          .at("key", text)
          .failure(text + " is published by a handler and not among publishes(); add it there");
    }
    Report report = report(key.get());
    report.failOn(
        text + " of a handler is not on the wire what its contract says:",
        wire.problems(message, files.of(key.get(), report)));
  }

  private static Report report(RoutingKey key) {
    return Report.empty().at("exchange", key.exchange()).at("key", key);
  }
}
