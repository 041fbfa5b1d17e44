package dev.eventmanager.rabbit.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.LongString;
import com.rabbitmq.client.impl.LongStringHelper;
import dev.eventmanager.EventMetadata;
import dev.eventmanager.EventType;
import dev.eventmanager.Exchange;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.EventCodec;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventMessageTest {

  record Parcel(String id, int weight) {}

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456Z");
  private static final byte[] BODY =
      "{\"id\":\"p-7\",\"weight\":3}".getBytes(StandardCharsets.UTF_8);
  private static final EventType<Parcel> SENT =
      Exchange.topic("parcel").event("sent", Parcel.class).keyedBy(Parcel::id);

  private final List<MetadataPart> derived = new ArrayList<>();
  private final EventMessageWriter writer = new EventMessageWriter();
  private final EventMessageReader reader = new EventMessageReader(
      new EventCodec(EventCatalogue.of(SENT)),
      () -> "made-up-id",
      Clock.fixed(NOW, ZoneOffset.UTC),
      derived::add);

  @Test
  void readsBackWhatItWrote() {
    EventMetadata metadata = complete();

    EncodedEvent read = arrived(writer.properties(metadata));

    assertThat(read.metadata()).isEqualTo(metadata);
    assertThat(read.body()).isSameAs(BODY);
    assertThat(derived).isEmpty();
  }

  @Test
  void writesNoHeaderForWhatIsNotThere() {
    EventMetadata metadata = new EventMetadata.Builder()
        .id("e-1")
        .exchange("parcel")
        .routingKey("parcel.v1.sent")
        .source("")
        .time(NOW)
        .orderingKey("p-7")
        .build();

    assertThat(writer.properties(metadata).getHeaders())
        .containsOnlyKeys(
            "cloudEvents:specversion",
            "cloudEvents:id",
            "cloudEvents:type",
            "cloudEvents:time",
            "cloudEvents:subject");
  }

  @Test
  void acceptsMessageWithNothingButItsBody() {
    EncodedEvent read = arrived(new BasicProperties());

    assertThat(read.metadata().id()).isEqualTo("made-up-id");
    assertThat(read.metadata().time()).isEqualTo(NOW);
    assertThat(read.metadata().orderingKey()).isEqualTo("p-7");
    assertThat(read.metadata().routingKey()).isEqualTo("parcel.v1.sent");
    assertThat(read.metadata().source()).isEmpty();
    assertThat(derived)
        .containsExactlyInAnyOrder(MetadataPart.ID, MetadataPart.TIME, MetadataPart.ORDERING_KEY);
  }

  @Test
  void takesWhatPlainAmqpPropertiesSay() {
    BasicProperties properties = new BasicProperties.Builder()
        .messageId("m-1")
        .appId("stranger")
        .correlationId("c-1")
        .timestamp(Date.from(Instant.parse("2026-01-01T00:00:00Z")))
        .build();

    EventMetadata metadata = arrived(properties).metadata();

    assertThat(metadata.id()).isEqualTo("m-1");
    assertThat(metadata.source()).isEqualTo("stranger");
    assertThat(metadata.correlationId()).contains("c-1");
    assertThat(metadata.time()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(derived).containsExactly(MetadataPart.ORDERING_KEY);
  }

  @Test
  void givesUndecodableMessageItsIdAsKey() {
    byte[] noText = {(byte) 0xC3, (byte) 0x28, 0};

    EncodedEvent read = reader.read(envelope("parcel"), new BasicProperties(), noText);

    assertThat(read.metadata().orderingKey()).isEqualTo("made-up-id");
    assertThat(read.body()).isSameAs(noText);
  }

  @Test
  void survivesHeadersOfAnyTypeAndTimesThatAreNone() {
    Map<String, Object> headers = Map.of(
        "cloudEvents:id",
        42L,
        "cloudEvents:time",
        "yesterday",
        "cloudEvents:subject",
        List.of("a", "b"),
        "traceparent",
        new byte[] {1});

    EventMetadata metadata =
        arrived(new BasicProperties.Builder().headers(headers).build()).metadata();

    assertThat(metadata.id()).isEqualTo("42");
    assertThat(metadata.time()).isEqualTo(NOW);
    assertThat(metadata.orderingKey()).isEqualTo("p-7");
    assertThat(metadata.traceparent()).isEmpty();
  }

  @Test
  void writesOnWhateverItRead() {
    Map<String, Object> headers = Map.of(
        "cloudEvents:time", Instant.MAX.toString(),
        "cloudEvents:subject", "x".repeat(100_000));

    EventMetadata metadata =
        arrived(new BasicProperties.Builder().headers(headers).build()).metadata();

    assertThat(metadata.time()).isEqualTo(Instant.MAX);
    assertThat(metadata.orderingKey()).isEqualTo("p-7");
    assertThat(writer.properties(metadata).getTimestamp()).isNull();
  }

  @Test
  void takesNoKeyFromAPayloadThatNoHeaderCouldCarry() {
    byte[] longKey = "{\"id\":\"%s\",\"weight\":3}"
        .formatted("x".repeat(200_000))
        .getBytes(StandardCharsets.UTF_8);

    EncodedEvent read = reader.read(envelope("parcel"), new BasicProperties(), longKey);

    assertThat(read.metadata().orderingKey()).isEqualTo("made-up-id");
  }

  @Test
  void knowsTheOtherPrefixOfCloudEvents() {
    Map<String, Object> headers = Map.of("cloudEvents_id", "e-9", "cloudEvents_subject", "p-9");

    EventMetadata metadata =
        arrived(new BasicProperties.Builder().headers(headers).build()).metadata();

    assertThat(metadata.id()).isEqualTo("e-9");
    assertThat(metadata.orderingKey()).isEqualTo("p-9");
  }

  @Test
  void remembersByItsTypeWhereAMovedMessageWasPublished() {
    BasicProperties properties = writer.properties(complete());

    EncodedEvent read = reader.read(envelope(""), properties, BODY);

    assertThat(read.metadata().exchange()).isEqualTo("parcel");
    assertThat(read.metadata().routingKey()).isEqualTo("parcel.v1.sent");
  }

  @Test
  void leavesToTheHeadersWhatIsTooLongForAProperty() {
    String longId = "ä".repeat(200);

    BasicProperties properties =
        writer.properties(complete().toBuilder().id(longId).build());

    assertThat(properties.getMessageId()).isNull();
    assertThat(arrived(properties).metadata().id()).isEqualTo(longId);
  }

  private static EventMetadata complete() {
    return new EventMetadata.Builder()
        .id("e-1")
        .exchange("parcel")
        .routingKey("parcel.v1.sent")
        .source("parcel-service")
        .time(NOW)
        .orderingKey("p-7")
        .correlationId("c-1")
        .causationId("e-0")
        .traceparent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
        .tracestate("vendor=1")
        .origin("berlin")
        .build();
  }

  private EncodedEvent arrived(BasicProperties properties) {
    return reader.read(envelope("parcel"), asDelivered(properties), BODY);
  }

  private static Envelope envelope(String exchange) {
    return new Envelope(1, false, exchange, exchange.isEmpty() ? "some_queue" : "parcel.v1.sent");
  }

  /** The client hands texts in headers over as {@link LongString}. */
  private static BasicProperties asDelivered(BasicProperties sent) {
    if (sent.getHeaders() == null) {
      return sent;
    }
    Map<String, Object> headers = sent.getHeaders().entrySet().stream()
        .collect(Collectors.toMap(
            Map.Entry::getKey,
            header -> header.getValue() instanceof String text
                ? LongStringHelper.asLongString(text)
                : header.getValue()));
    return sent.builder().headers(headers).build();
  }
}
