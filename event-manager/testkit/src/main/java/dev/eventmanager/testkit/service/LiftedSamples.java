package dev.eventmanager.testkit.service;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.eventmanager.EventType;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.codec.UndecodableEventException;
import dev.eventmanager.contracts.json.ContractJson;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import tools.jackson.databind.JsonNode;

/** Lifts the sample of every older version and sees that a valid newest payload comes of it. */
final class LiftedSamples {

  private final SampleFiles files;
  private final EventCodec codec;
  private final Collection<? extends EventType<?>> types;
  private final ContractJson json = new ContractJson();

  LiftedSamples(SampleFiles files, EventCodec codec, Collection<? extends EventType<?>> types) {
    this.files = files;
    this.codec = codec;
    this.types = types;
  }

  Stream<DynamicNode> tests() {
    return types.stream()
        .flatMap(type -> type.versions().headSet(type.version()).stream()
            .map(older -> dynamicTest(
                "%s becomes a valid %s".formatted(type.routingKey(older), type),
                () -> check(type, older))));
  }

  private <T> void check(EventType<T> type, int older) {
    Report report = Report.empty()
        .at("exchange", type.exchange())
        .at("key", type.routingKey(older))
        .at("upcaster", "from version %d to %d".formatted(older, type.version()));
    Sample sample = files.of(type.routingKey(older), report);
    Sample newest = files.of(type.routingKey(), report);
    report
        .at("sample", sample.file())
        .failOn(
            "%s is lifted to a payload that is not valid for %s:"
                .formatted(type.routingKey(older), type),
            newest.schema().writing().violations(lifted(type, sample, report)).stream()
                .map(Object::toString)
                .toList());
  }

  private <T> JsonNode lifted(EventType<T> type, Sample sample, Report report) {
    try {
      T payload = type.payloadType().cast(sample.event(codec, "sample").payload());
      return json.parse(
          type.toString(), new String(codec.encode(type, payload), StandardCharsets.UTF_8));
    } catch (UndecodableEventException | IllegalArgumentException failure) {
      throw report
          .at("failure", failure.getMessage() == null ? failure : failure.getMessage())
          .failure(sample.key() + " cannot be lifted", failure);
    }
  }
}
