package dev.eventmanager.rabbit.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.LongString;
import com.rabbitmq.client.impl.LongStringHelper;
import com.rabbitmq.client.impl.ValueReader;
import com.rabbitmq.client.impl.ValueWriter;
import dev.eventmanager.EventHeaders;
import dev.eventmanager.EventHeaders.Bytes;
import dev.eventmanager.EventHeaders.RawText;
import dev.eventmanager.EventMetadata;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EventCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignHeadersTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final byte[] NO_UTF8 = {(byte) 0xC3, 0x28, 0};

  private final List<MetadataPart> derived = new ArrayList<>();
  private final EventMessageWriter writer = new EventMessageWriter();
  private final EventMessageReader reader = new EventMessageReader(
      new EventCodec(EventCatalogue.of(List.of())),
      () -> "made-up-id",
      Clock.fixed(NOW, ZoneOffset.UTC),
      derived::add);

  @Test
  void areReadInTheirTypes() throws IOException {
    assertThat(arrived(everyType()).headers())
        .isEqualTo(EventHeaders.of(Map.ofEntries(
            entry("text", "Zo\u00EB \u0000 \uFFFE \uD83D\uDE00"),
            entry("no text", ""),
            entry("raw", new RawText(Bytes.of(NO_UTF8))),
            entry("boolean", true),
            entry("byte", (byte) -1),
            entry("short", (short) -2),
            entry("int", -3),
            entry("long", -4L),
            entry("float", 0.5f),
            entry("double", 0.1),
            entry("decimal", new BigDecimal("1.50")),
            entry("time", Instant.parse("2026-01-01T00:00:00Z")),
            entry("bytes", Bytes.of(NO_UTF8)),
            entry("list", Arrays.asList("a", 1, null, List.of(Bytes.of(NO_UTF8)))),
            entry("table", Map.of("t", Map.of("cloudEvents:id", "kept in there"))))));
  }

  @Test
  void areWrittenAsTheyWere() throws IOException {
    Map<String, Object> headers = everyType();
    headers.put("nothing", null);

    assertThat(bytes(writer.properties(arrived(headers)).getHeaders()))
        .containsAllEntriesOf(bytes(headers));
  }

  @Test
  void includeWhatTheContractKnowsNothingOfThoughItIsOfCloudEvents() throws IOException {
    EventHeaders headers = arrived(Map.of("cloudEvents:dataschema", "urn:a")).headers();

    assertThat(headers.asMap()).containsOnly(entry("cloudEvents:dataschema", "urn:a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x-death",
        "x-first-death-queue",
        "x-last-death-reason",
        "x-delivery-count",
        "x-stream-offset",
        "CC",
        "BCC",
        "parked:reason",
        "cloudEvents:specversion",
        "cloudEvents:subject",
        "cloudEvents_subject",
        "traceparent"
      })
  void includeNeitherTheBrokersNorOurs(String name) throws IOException {
    assertThat(arrived(Map.of(name, "a")).headers()).isSameAs(EventHeaders.NONE);
    assertThat(written(Map.of(name, List.of("foreign")))).doesNotContainValue(List.of("foreign"));
  }

  @Test
  void costNothingWhereThereAreNone() throws IOException {
    EventMetadata own = event(EventHeaders.NONE);

    assertThat(arrived(writer.properties(own).getHeaders()).headers()).isSameAs(EventHeaders.NONE);
  }

  @Test
  void areLeftOutAndCountedWhereTheyAreNestedWithoutEnd() throws IOException {
    Object nested = "innermost";
    for (int level = 0; level < 1_000; level++) {
      nested = level % 2 == 0 ? List.of(nested) : Map.of("t", nested);
    }

    assertThat(arrived(Map.of("deep", nested, "flat", "a")).headers().asMap())
        .containsOnlyKeys("flat");
    assertThat(derived).contains(MetadataPart.HEADER);
  }

  private static Map<String, Object> everyType() {
    Map<String, Object> headers = new HashMap<>();
    headers.put("text", text("Zo\u00EB \u0000 \uFFFE \uD83D\uDE00"));
    headers.put("no text", text(""));
    headers.put("raw", LongStringHelper.asLongString(NO_UTF8));
    headers.put("boolean", true);
    headers.put("byte", (byte) -1);
    headers.put("short", (short) -2);
    headers.put("int", -3);
    headers.put("long", -4L);
    headers.put("float", 0.5f);
    headers.put("double", 0.1);
    headers.put("decimal", new BigDecimal("1.50"));
    headers.put("time", Date.from(Instant.parse("2026-01-01T00:00:00Z")));
    headers.put("bytes", NO_UTF8);
    headers.put("list", Arrays.asList(text("a"), 1, null, List.of(NO_UTF8)));
    headers.put("table", Map.of("t", Map.of("cloudEvents:id", text("kept in there"))));
    return headers;
  }

  /** With the types that the client reads from the wire. */
  private EventMetadata arrived(Map<String, Object> headers) throws IOException {
    return reader
        .read(
            new Envelope(1, false, "parcel", "parcel.v1.sent"),
            new BasicProperties.Builder().headers(delivered(headers)).build(),
            new byte[0])
        .metadata();
  }

  private Map<String, Object> written(Map<String, Object> headers) {
    return writer.properties(event(EventHeaders.of(headers))).getHeaders();
  }

  private static EventMetadata event(EventHeaders headers) {
    return new EventMetadata.Builder()
        .id("e-1")
        .exchange("parcel")
        .routingKey("parcel.v1.sent")
        .source("parcel-service")
        .time(NOW)
        .orderingKey("p-7")
        .headers(headers)
        .build();
  }

  private static LongString text(String text) {
    return LongStringHelper.asLongString(text);
  }

  private static Map<String, Object> delivered(Map<String, Object> headers) throws IOException {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    new ValueWriter(new DataOutputStream(wire)).writeTable(headers);
    return new ValueReader(new DataInputStream(new ByteArrayInputStream(wire.toByteArray())))
        .readTable();
  }

  /** What each is on the wire: its type and its value. */
  private static Map<String, String> bytes(Map<String, Object> headers) throws IOException {
    Map<String, String> bytes = new HashMap<>();
    for (Map.Entry<String, Object> header : headers.entrySet()) {
      ByteArrayOutputStream wire = new ByteArrayOutputStream();
      new ValueWriter(new DataOutputStream(wire)).writeFieldValue(header.getValue());
      bytes.put(header.getKey(), HexFormat.of().formatHex(wire.toByteArray()));
    }
    return bytes;
  }
}
