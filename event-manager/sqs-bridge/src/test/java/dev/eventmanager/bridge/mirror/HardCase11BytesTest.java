package dev.eventmanager.bridge.mirror;

import static dev.eventmanager.bridge.mirror.ClaimBench.accepted;
import static dev.eventmanager.bridge.mirror.ClaimBench.attributes;
import static dev.eventmanager.sqs.fixture.Events.event;
import static dev.eventmanager.sqs.fixture.Events.metadata;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.eventmanager.EventHeaders;
import dev.eventmanager.EventHeaders.Bytes;
import dev.eventmanager.EventMetadata;
import dev.eventmanager.Twins;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.emulator.rules.StrictRules;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

@DisplayName(
    "11. U+0001, U+FFFE, lone surrogate, invalid UTF-8, empty body, a key with space, accent"
        + " or 129 characters, 14 headers: byte-identical on the other side")
@Timeout(120)
class HardCase11BytesTest {

  private static final String K129 =
      "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk"
          + "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk";

  private static final Pattern NAME_IN_JSON = Pattern.compile("\"[a-z]+\":");

  private static ClaimBench bench;

  @BeforeAll
  static void start() {
    bench = new ClaimBench();
    bench.bench.proxy.under(StrictRules.by(Clock.systemUTC()));
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void bringsEveryBodyByteForByte(byte[] body) {
    arrivesAsItIs(event("A", "A1", body));
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        argumentSet("U+0001", "{\"a\":\"\u0001\"}".getBytes(UTF_8)),
        argumentSet("U+FFFE", "{\"a\":\"\uFFFE\"}".getBytes(UTF_8)),
        argumentSet("lone surrogate", new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}),
        argumentSet("invalid UTF-8", new byte[] {'"', (byte) 0xC3, (byte) 0x28, '"'}),
        argumentSet("no bytes", new byte[0]),
        argumentSet("carriage return", "{\r\n\t\"a\":1}".getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"key with space", "clé", K129, "a\u0001b", "\uD800", "日本😀"})
  void bringsEveryKeyAndEveryIdAsItIs(String text) {
    arrivesAsItIs(event(text, text, "{}".getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"key with space", "clé", K129})
  void keepsTheEventsOfSuchAKeyInOneGroup(String key) {
    try (var parcels = bench.open()) {
      accepted(parcels.mirror(List.of(event(key, "1"), event(key, "2"), event(key, "3"))));

      var messages = parcels.reader.take(3);
      assertThat(messages)
          .extracting(m -> m.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
          .containsOnly(
              messages.get(0).attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID));
      assertThat(messages).extracting(m -> m.body()).containsExactly("1", "2", "3");
    }
  }

  /** All that an event can say of itself, its encoding and its claim, are fourteen. */
  @Test
  void bringsFourteenHeadersInTenAttributes() {
    var body = new byte[1_100_000];
    var event = new EncodedEvent(fullMetadata(), body);

    try (var parcels = bench.open()) {
      accepted(parcels.mirror(event));

      var messages = parcels.reader.take(1);
      var attributes = attributes(messages.get(0));
      assertThat(attributes).hasSize(10).containsKeys("ExtendedPayloadSize", "type", "more");
      assertThat(bench.read(messages)).containsExactly(event);
      assertThat(headers(attributes)).isEqualTo(14);
    }
  }

  /** In one attribute, for none of these could be an attribute of its own. */
  @Test
  void bringsFourteenHeadersOfAnotherPublisherAsTheyAre() {
    var headers = new HashMap<String, Object>();
    for (int i = 0; i < 14; i++) {
      headers.put(
          "AWS.h\u00E9ader %d".formatted(i), List.of("\u0001 \uFFFE", i, Bytes.of(new byte[] {0})));
    }

    arrivesAsItIs(new EncodedEvent(
        metadata("A", "A1").headers(EventHeaders.of(headers)).build(), "{}".getBytes(UTF_8)));
  }

  private static EventMetadata fullMetadata() {
    return metadata("clé", "A1")
        .correlationId("id-0")
        .causationId("id-00")
        .traceparent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
        .tracestate("vendor=é")
        .origin("berlin")
        .twins(Twins.parse("A1 2 1").orElseThrow())
        .build();
  }

  /** Those with an attribute of their own, and those in {@code more}. */
  private static long headers(Map<String, String> attributes) {
    var more = NAME_IN_JSON.matcher(attributes.get("more")).results().count();
    return attributes.size() - 1 + more;
  }

  private static void arrivesAsItIs(EncodedEvent event) {
    try (var parcels = bench.open()) {
      accepted(parcels.mirror(event));

      assertThat(bench.read(parcels.reader.take(1))).containsExactly(event);
      assertThat(parcels.count("bridge.events.retried")).isZero();
      assertThat(parcels.parked.all()).isEmpty();
    }
  }
}
