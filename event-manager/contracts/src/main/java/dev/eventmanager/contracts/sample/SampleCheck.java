package dev.eventmanager.contracts.sample;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.EventType;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.codec.UndecodableEventException;
import dev.eventmanager.contracts.json.ContractJson;
import dev.eventmanager.contracts.json.JsonDifference;
import dev.eventmanager.contracts.schema.EventSchema;
import dev.eventmanager.routing.RoutingKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Sees that a sample is what a publisher would write and a subscriber can read: valid for its
 * schema with no field that is not declared, decoded, upcast, and encoded to itself. Immutable and
 * thread-safe.
 */
public final class SampleCheck {

  private final EventCodec codec;
  private final ContractJson json = new ContractJson();

  /** A check with the codec of the catalogue that the samples' events are in. */
  public SampleCheck(EventCodec codec) {
    this.codec = codec;
  }

  /** What is wrong with a sample of an event in one version; empty if nothing is. */
  public List<String> problems(
      EventType<?> event, int version, EventSchema schema, JsonNode sample) {
    List<String> violations = schema.writing().violations(sample).stream()
        .map(violation -> "not valid for its schema at " + violation)
        .toList();
    return violations.isEmpty() ? onTheWire(event, version, sample) : violations;
  }

  /** The ordering key of the event that a sample would be; empty if its type has none. */
  public Optional<String> orderingKey(EventType<?> event, int version, JsonNode sample) {
    return codec.orderingKey(event.routingKey(version).toString(), bytes(sample));
  }

  private List<String> onTheWire(EventType<?> event, int version, JsonNode sample) {
    try {
      if (version == event.version()) {
        return encodedAgain(codec, event, sample);
      }
      codec.decode(arrived(event.routingKey(version), sample));
      EventType<?> alone = alone(event, version, event.payloadType(version).orElseThrow());
      return encodedAgain(new EventCodec(EventCatalogue.of(alone)), alone, sample);
    } catch (UndecodableEventException refused) {
      return List.of(refused.getMessage());
    }
  }

  /** The same event as if this version were the newest, so that nothing is upcast. */
  private static <P> EventType<P> alone(EventType<?> event, int version, Class<P> payloadType) {
    return event.exchange().event(event.name(), payloadType).version(version);
  }

  private <P> List<String> encodedAgain(EventCodec by, EventType<P> event, JsonNode sample) {
    P payload =
        event.payloadType().cast(by.decode(arrived(event.routingKey(), sample)).payload());
    String written = new String(by.encode(event, payload), StandardCharsets.UTF_8);
    return JsonDifference.between(sample, json.parse(event.toString(), written)).stream()
        .map(difference ->
            "not what is written of it at " + difference.describe("the sample", "the codec"))
        .toList();
  }

  private EncodedEvent arrived(RoutingKey key, JsonNode sample) {
    EventMetadata metadata = new EventMetadata.Builder()
        .id("sample")
        .exchange(key.exchange())
        .routingKey(key.toString())
        .source("contract")
        .time(Instant.EPOCH)
        .orderingKey("sample")
        .build();
    return new EncodedEvent(metadata, bytes(sample));
  }

  private byte[] bytes(JsonNode sample) {
    return json.write(sample).getBytes(StandardCharsets.UTF_8);
  }
}
