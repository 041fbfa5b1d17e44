package dev.eventmanager.bridge.mirror;

import static dev.eventmanager.bridge.mirror.ClaimBench.accepted;
import static dev.eventmanager.bridge.mirror.ClaimBench.attributes;
import static dev.eventmanager.sqs.fixture.Events.event;
import static dev.eventmanager.sqs.fixture.Events.metadata;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.EventHeaders;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.emulator.rules.StrictRules;
import dev.eventmanager.sqs.mapping.MessageMapping;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName(
    "10. 1,048,576 bytes and one more, with 2- and 4-byte UTF-8, attributes, base64 growth,"
        + " ten 110 KB entries")
@Timeout(180)
class HardCase10SizesTest {

  private static final int LIMIT = 1_048_576;

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
  @ValueSource(strings = {"x", "é", "😀"})
  void sendsAsItIsWhatHasTheLimitWithItsAttributesAndByClaimWhatHasOneByteMore(String letter) {
    var atTheLimit = event("A", "A1", filled(letter, LIMIT - envelope("A1")));
    var oneMore = event("A", "A2", filled(letter, LIMIT - envelope("A2") + 1));

    try (var parcels = bench.open()) {
      accepted(parcels.mirror(List.of(atTheLimit, oneMore)));

      var messages = parcels.reader.take(2);
      assertThat(attributes(messages.get(0))).doesNotContainKey("ExtendedPayloadSize");
      assertThat(attributes(messages.get(1))).containsKey("ExtendedPayloadSize");
      assertThat(bench.read(messages)).isEqualTo(List.of(atTheLimit, oneMore));
      assertThat(parcels.count("bridge.events.retried")).isZero();
    }
  }

  @Test
  void countsABodyAsLargeAsBase64MakesIt() {
    var grown = new byte[800_000];
    var event = event("A", "A1", grown);

    try (var parcels = bench.open()) {
      accepted(parcels.mirror(event));

      var messages = parcels.reader.take(1);
      assertThat(attributes(messages.get(0)))
          .containsEntry("encoding", "base64")
          .containsEntry("ExtendedPayloadSize", "1066668");
      assertThat(bench.read(messages)).isEqualTo(List.of(event));
    }
  }

  @Test
  void countsTheHeadersOfAnotherPublisher() {
    var event = withHeaders("h".repeat(100_000), filled("x", 1_000_000));

    try (var parcels = bench.open()) {
      accepted(parcels.mirror(event));

      var messages = parcels.reader.take(1);
      assertThat(attributes(messages.get(0))).containsEntry("ExtendedPayloadSize", "1000000");
      assertThat(bench.read(messages)).isEqualTo(List.of(event));
    }
  }

  @Test
  void parksAnEventWhoseHeadersAloneAreTooLargeAndSaysSo() {
    try (var parcels = bench.open()) {
      accepted(parcels.mirror(withHeaders("h".repeat(LIMIT), filled("x", 1))));

      assertThat(parcels.parked.ids()).containsExactly("A1");
      assertThat(parcels.parked.all().get(0).explanation())
          .contains("even without its body")
          .contains("takes at most 1,048,576");
    }
  }

  @Test
  void sendsTenEntriesThatExceedTheLimitTogetherInSeveralBatches() {
    var events = IntStream.range(0, 10)
        .mapToObj(i -> event("key-" + i, "id-" + i, filled("x", 110_000)))
        .toList();

    try (var parcels = bench.open()) {
      accepted(parcels.mirror(events));

      assertThat(bench.read(parcels.reader.take(10)).stream()
              .sorted(Comparator.comparing(HardCase10SizesTest::id)))
          .isEqualTo(events);
      assertThat(parcels.count("bridge.events.retried")).isZero();
      assertThat(bench.bench.proxy.sends()).isBetween(2, 10);
    }
  }

  @Test
  void parksWhatIsTooLargeWhereThereIsNoBucketAndSaysHowToGetOne() {
    try (var parcels = bench.bench.open(Clock.systemUTC())) {
      accepted(parcels.mirror(event("A", "A1", filled("x", LIMIT))));

      assertThat(parcels.parked.ids()).containsExactly("A1");
      assertThat(parcels.parked.all().get(0).explanation())
          .contains("takes 1,048,576")
          .contains("bridge.claims.bucket");
    }
  }

  private static EncodedEvent withHeaders(String header, byte[] body) {
    return new EncodedEvent(
        metadata("A", "A1").headers(EventHeaders.of(Map.of("header", header))).build(), body);
  }

  private static String id(EncodedEvent event) {
    return event.metadata().id();
  }

  private static int envelope(String id) {
    return new MessageMapping().toMessage(event("A", id, new byte[] {'x'})).size() - 1;
  }

  /** So many bytes of such letters, and the rest of one byte each. */
  private static byte[] filled(String letter, int bytes) {
    var width = letter.getBytes(UTF_8).length;
    return (letter.repeat(bytes / width) + "x".repeat(bytes % width)).getBytes(UTF_8);
  }
}
