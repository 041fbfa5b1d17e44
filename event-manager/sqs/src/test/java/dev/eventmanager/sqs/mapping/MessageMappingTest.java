package dev.eventmanager.sqs.mapping;

import static dev.eventmanager.sqs.fixture.Events.event;
import static dev.eventmanager.sqs.fixture.Events.metadata;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.EventHeaders;
import dev.eventmanager.EventHeaders.Bytes;
import dev.eventmanager.Twins;
import dev.eventmanager.codec.EncodedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageMappingTest {

  private static final String LEGAL_ID = "[!-~]{1,128}";

  private final MessageMapping mapping = new MessageMapping();

  @Test
  void takesGroupFromOrderingKeyAndDeduplicationIdFromEventId() {
    var message = mapping.toMessage(event("parcel-1", "id-1"));

    assertThat(message.groupId()).isEqualTo("parcel-1");
    assertThat(message.deduplicationId()).isEqualTo("id-1");
  }

  @Test
  void carriesMetadataUnderTheNamesOfCloudEvents() {
    var event = new EncodedEvent(
        metadata("parcel-1", "id-1")
            .correlationId("id-0")
            .causationId("id-00")
            .traceparent("00-1-2-01")
            .build(),
        bytes("{}"));

    assertThat(mapping.toMessage(event).attributes())
        .isEqualTo(Map.of(
            "id", "id-1",
            "type", "parcel.v1.send",
            "exchange", "parcel",
            "subject", "parcel-1",
            "time", "2026-01-02T03:04:05Z",
            "source", "parcel-service",
            "correlationid", "id-0",
            "causationid", "id-00",
            "traceparent", "00-1-2-01"));
  }

  @Test
  void mirrorsATwinAsAMessageOfItsOwnThatSaysWhoseItIs() {
    var twins = new Twins("id-1", List.of(2, 1));
    var twin =
        new EncodedEvent(metadata("parcel-1", twins.idOf(1)).twins(twins).build(), bytes("{}"));

    var message = mapping.toMessage(twin);

    assertThat(message.deduplicationId()).isEqualTo(twins.idOf(1));
    assertThat(message.attributes()).containsEntry("twins", "id-1 2 1");
    assertThat(thereAndBack(twin)).isEqualTo(twin);
  }

  @Test
  void saysWhereAnEventWasBroughtFrom() {
    var event =
        new EncodedEvent(metadata("parcel-1", "id-1").origin("berlin").build(), bytes("{}"));

    assertThat(mapping.toMessage(event).attributes()).containsEntry("origin", "berlin");
    assertThat(thereAndBack(event)).isEqualTo(event);
  }

  @Test
  void carriesTheHeadersOfAnotherPublisherInOneAttributeWhateverTheirNames() {
    var event = withHeaders(Map.of("tenant", "Zo\u00EB"));

    assertThat(mapping.toMessage(event).attributes())
        .containsEntry("headers", "{\"tenant\":\"Zo\\u00EB\"}");
    assertThat(thereAndBack(event)).isEqualTo(event);
  }

  @Test
  void carriesHeadersOfEveryTypeAndNumberInLegalAttributes() {
    var headers = new HashMap<String, Object>();
    for (int i = 0; i < 100; i++) {
      headers.put(
          "AWS..header %d \u0001".formatted(i), List.of("\uFFFE", i, Bytes.of(new byte[] {0})));
    }
    var event = withHeaders(headers);

    var message = mapping.toMessage(event);

    assertThat(message.attributes()).hasSize(7);
    assertThat(message.attributes().get("headers")).matches("[ -~]+");
    assertThat(message.size()).isGreaterThan(message.attributes().get("headers").length());
    assertThat(thereAndBack(event)).isEqualTo(event);
  }

  @Test
  void takesNoHeaderForOneOfItsOwnAttributes() {
    var event = withHeaders(Map.of(
        "id",
        "other",
        "subject",
        "other",
        "encoding",
        "base64",
        "more",
        "{}",
        "headers",
        "{}",
        "exchange",
        "other",
        "possibleduplicate",
        "true",
        "ExtendedPayloadSize",
        "1"));

    var message = mapping.toMessage(event);

    assertThat(message.attributes())
        .containsOnlyKeys("id", "type", "exchange", "subject", "time", "headers", "source");
    assertThat(thereAndBack(event)).isEqualTo(event);
    var changed = mapping.flagged(mapping.claimed(message, message.body()));
    assertThat(mapping.toEvent(changed.body(), changed.attributes())).isEqualTo(event);
  }

  @Test
  void saysOfHeadersThatNobodyCanReadWhatIsWrong() {
    var attributes = new HashMap<>(mapping.toMessage(event("k", "id")).attributes());
    attributes.put("headers", "{\"attempt\":3}");

    assertThatThrownBy(() -> mapping.toEvent("{}", attributes))
        .hasMessageContaining("attribute 'headers' cannot be read")
        .hasMessageContaining("3 has no type");
  }

  @Test
  void packsWhatExceedsTenAttributes() {
    var event = new EncodedEvent(
        metadata("parcel-1", "id-1")
            .correlationId("id-0")
            .causationId("id-00")
            .traceparent("00-1-2-01")
            .tracestate("vendor=1")
            .build(),
        new byte[] {1});

    var message = mapping.toMessage(event);

    assertThat(message.attributes())
        .hasSize(10)
        .containsEntry("encoding", "base64")
        .containsEntry("more", "{\"traceparent\":\"00-1-2-01\",\"tracestate\":\"vendor=1\"}");
    assertThat(thereAndBack(event)).isEqualTo(event);
  }

  @Test
  void keepsTenAttributesApart() {
    var event = new EncodedEvent(
        metadata("parcel-1", "id-1")
            .correlationId("id-0")
            .causationId("id-00")
            .traceparent("00-1-2-01")
            .tracestate("vendor=1")
            .build(),
        bytes("{}"));

    assertThat(mapping.toMessage(event).attributes()).hasSize(10).doesNotContainKey("more");
    assertThat(thereAndBack(event)).isEqualTo(event);
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space", "accenté", "\u0001", "\uD800", "日本", "tab\t"})
  void replacesIllegalIdsByHashes(String illegal) {
    var message = mapping.toMessage(event(illegal, illegal));

    assertThat(message.groupId()).matches("h-[0-9a-f]{64}");
    assertThat(message.deduplicationId()).isEqualTo(message.groupId());
  }

  @Test
  void hashesKeysOfMoreThan128Characters() {
    assertThat(mapping.toMessage(event("k".repeat(128), "id")).groupId()).hasSize(128);
    assertThat(mapping.toMessage(event("k".repeat(129), "id")).groupId()).matches("h-[0-9a-f]{64}");
  }

  @Test
  void hashesUtf8SoThatAnybodyCanComputeTheGroup() {
    assertThat(mapping.toMessage(event("é", "id")).groupId())
        .isEqualTo("h-4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
  }

  @Test
  void sendsLegalBodyAsItIs() {
    var body = "{\"name\":\"Zoë\",\"smile\":\"😀\",\"line\":\"\r\n\t\"}";

    var message = mapping.toMessage(event("k", "id", bytes(body)));

    assertThat(message.body()).isEqualTo(body);
    assertThat(message.attributes()).doesNotContainKey("encoding");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0001b", "\uFFFE", "\uFFFF", "\u0000", "\u001F"})
  void encodesBodyWithCharactersSqsDoesNotTake(String body) {
    assertEncoded(bytes(body));
  }

  @Test
  void encodesBodyThatIsNotUtf8() {
    assertEncoded(new byte[] {'a', (byte) 0xC3});
    assertEncoded(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}); // a lone surrogate
    assertEncoded(new byte[] {(byte) 0xC0, (byte) 0x80}); // an overlong zero
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD7FF", "\uE000", "\uFFFD", "\uD800\uDC00", "\uDBFF\uDFFF", "\u007F"})
  void sendsTheOutermostLegalCharactersAsTheyAre(String body) {
    assertThat(mapping.toMessage(event("k", "id", bytes(body))).body()).isEqualTo(body);
  }

  @Test
  void sendsEmptyBody() {
    var event = event("k", "id", new byte[0]);

    assertThat(mapping.toMessage(event).body()).isNotEmpty();
    assertThat(thereAndBack(event)).isEqualTo(event);
  }

  @Test
  void givesBackMetadataThatSqsWouldNotTake() {
    var event = new EncodedEvent(
        metadata("key\u0001 é\uFFFE", "id\u0002")
            .source("")
            .correlationId("")
            .causationId("\uFFFF")
            .build(),
        bytes("{}"));

    assertThat(mapping.toMessage(event).attributes().values())
        .allMatch(value -> value.matches("[ -~]+"));
    assertThat(thereAndBack(event)).isEqualTo(event);
  }

  @Test
  void givesEveryEventLegalIds() {
    var message = mapping.toMessage(event("", ""));

    assertThat(message.groupId()).matches(LEGAL_ID);
    assertThat(message.deduplicationId()).matches(LEGAL_ID);
  }

  @Test
  void saysWhichAttributeAStrangersMessageLacks() {
    assertThatThrownBy(() -> mapping.toEvent("{}", Map.of("id", "1")))
        .hasMessageContaining("No attribute 'type'");
  }

  private static EncodedEvent withHeaders(Map<String, Object> headers) {
    return new EncodedEvent(
        metadata("parcel-1", "id-1").headers(EventHeaders.of(headers)).build(), bytes("{}"));
  }

  private void assertEncoded(byte[] body) {
    var event = event("k", "id", body);
    assertThat(mapping.toMessage(event).attributes()).containsEntry("encoding", "base64");
    assertThat(thereAndBack(event)).isEqualTo(event);
  }

  private EncodedEvent thereAndBack(EncodedEvent event) {
    var message = mapping.toMessage(event);
    return mapping.toEvent(message.body(), message.attributes());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
