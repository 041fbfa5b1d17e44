package dev.eventmanager.bridge.mirror;

import static dev.eventmanager.bridge.mirror.ClaimBench.accepted;
import static dev.eventmanager.bridge.mirror.ClaimBench.attributes;
import static dev.eventmanager.emulator.QueueReader.bodiesByGroup;
import static dev.eventmanager.sqs.fixture.Events.event;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.codec.EncodedEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ClaimCheckTest {

  private static final String LARGE = "ä€😀".repeat(200_000);

  private static ClaimBench bench;

  private MirrorBench.Mirrored parcels;

  @BeforeAll
  static void start() {
    bench = new ClaimBench();
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @BeforeEach
  void open() {
    parcels = bench.open();
  }

  @AfterEach
  void close() {
    parcels.close();
  }

  @Test
  void sendsAClaimForABodyThatIsTooLargeAndKeepsTheOrderOfItsKey() {
    var events = List.of(event("A", "A1"), large("A", "A2"), event("A", "A3"));

    accepted(parcels.mirror(events));

    var messages = parcels.reader.take(3);
    assertThat(bench.read(messages)).isEqualTo(events);
    assertThat(messages.get(1).body()).contains("software.amazon.payloadoffloading");
    assertThat(attributes(messages.get(1)))
        .containsEntry("ExtendedPayloadSize", String.valueOf(LARGE.getBytes(UTF_8).length));
    assertThat(attributes(messages.get(0))).doesNotContainKey("ExtendedPayloadSize");
  }

  @Test
  void waitsForAnS3ThatIsAwayAndHoldsUpNoOtherKeyMeanwhile() {
    bench.s3.refuse(503, "SlowDown");
    var stuck = parcels.mirror(List.of(large("A", "A1"), event("A", "A2")));

    accepted(parcels.mirror(List.of(event("B", "B1"), event("B", "B2"))));
    assertThat(bodiesByGroup(parcels.reader.take(2))).isEqualTo(Map.of("B", List.of("B1", "B2")));
    assertThat(stuck).isNotDone();

    bench.s3.heal();
    accepted(stuck);
    assertThat(bench.read(parcels.reader.take(2)))
        .isEqualTo(List.of(large("A", "A1"), event("A", "A2")));
    assertThat(parcels.parked.all()).isEmpty();
  }

  @Test
  void pausesTheMirrorWhileTheBucketMayNotBeUsed() {
    bench.s3.refuse(403, "AccessDenied");
    var waiting = parcels.mirror(List.of(large("A", "A1"), event("B", "B1")));
    eventually().until(() -> parcels.mirror.status().trouble().isPresent());
    assertThat(parcels.mirror.status().trouble().orElseThrow()).contains("cannot be stored in S3");

    bench.s3.heal();
    accepted(waiting);

    assertThat(parcels.reader.take(2)).hasSize(2);
    assertThat(parcels.parked.all()).isEmpty();
    eventually().until(() -> parcels.mirror.status().trouble().isEmpty());
  }

  @Test
  void parksWhatIsTooLargeEvenWithoutItsBody() {
    var hugeSource = large("A", "A1");
    var event = hugeSource.withMetadata(
        hugeSource.metadata().toBuilder().source("s".repeat(1_100_000)).build());

    accepted(parcels.mirror(event));

    assertThat(parcels.parked.ids()).containsExactly("A1");
    assertThat(parcels.parked.all().get(0).explanation()).contains("even without its body");
  }

  private static EncodedEvent large(String key, String id) {
    return event(key, id, LARGE.getBytes(UTF_8));
  }

  private static ConditionFactory eventually() {
    return await().atMost(Duration.ofMinutes(1));
  }
}
