package dev.eventmanager.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.impl.LongStringHelper;
import com.rabbitmq.client.impl.ValueWriter;
import dev.eventmanager.bridge.fixture.Publisher;
import dev.eventmanager.emulator.EmbeddedSqs;
import dev.eventmanager.emulator.FaultProxy;
import dev.eventmanager.emulator.rules.StrictRules;
import dev.eventmanager.testkit.WithBroker;
import dev.eventmanager.testkit.foreign.ForeignPublisher;
import dev.eventmanager.testkit.foreign.ForeignSubscriber;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From one exchange to SQS and from there to another, each by a bridge of its own. */
@WithBroker
@Timeout(180)
class HardCaseOfForeignHeadersIT {

  private static final byte[] NO_UTF8 = {(byte) 0xC3, 0x28, 0};

  /** Some of types that SQS has not, some with names it does not take, some with names of ours. */
  private static final Map<String, Object> FOURTEEN = Map.ofEntries(
      entry("tenant", "acme"),
      entry("AWS.accent\u00E9 and space", "\u0001 \uFFFE \uD83D\uDE00"),
      entry("no text", ""),
      entry("not UTF-8", LongStringHelper.asLongString(NO_UTF8)),
      entry("bytes", NO_UTF8),
      entry("boolean", true),
      entry("short", (short) 2),
      entry("int", 3),
      entry("long", 4L),
      entry("double", 0.1),
      entry("decimal", new BigDecimal("1.50")),
      entry("time", Date.from(Instant.parse("2026-01-01T00:00:00Z"))),
      entry("id", List.of("a", 1, NO_UTF8)),
      entry("encoding", Map.of("base64", Map.of("deep", true))));

  @Test
  @DisplayName("11. 14 headers: byte-identical on the other side")
  void bringsFourteenHeadersOfAStrangerToTheOtherExchangeByteForByte(ConnectionFactory factory)
      throws Exception {
    try (var sqs = EmbeddedSqs.start();
        var strict = FaultProxy.before(sqs.endpoint()).under(StrictRules.by(Clock.systemUTC()));
        var declarer = new Publisher(factory);
        var publisher = ForeignPublisher.connect(factory);
        var subscriber = ForeignSubscriber.connect(factory)) {
      declarer.declareExchange("berlin-headers");
      declarer.declareExchange("turin-headers");
      subscriber.bind("all-in-turin", "turin-headers", "#");

      try (var there = mirroring(strict).start();
          var back = reversing(strict).start()) {
        publisher.publish(
            "berlin-headers", "berlin-headers.v1.move", stranger(), "{}".getBytes(UTF_8));

        var headers = subscriber.take("all-in-turin").getProperties().getHeaders();
        assertThat(onTheWire(headers)).containsAllEntriesOf(onTheWire(FOURTEEN));
        assertThat(headers.get("cloudEvents:id")).hasToString("stranger-1");
        assertThat(BridgeProcess.isUp(there) && BridgeProcess.isUp(back)).isTrue();
      }
    }
  }

  private static BasicProperties stranger() {
    return new BasicProperties.Builder()
        .messageId("stranger-1")
        .headers(FOURTEEN)
        .build();
  }

  private static BridgeProcess mirroring(FaultProxy sqs) {
    return new BridgeProcess(sqs.endpoint(), "headers.fifo", "berlin-headers")
        .set("bridge.name", "berlin");
  }

  private static BridgeProcess reversing(FaultProxy sqs) {
    return new BridgeProcess(sqs.endpoint(), "turin-headers.fifo", "turin-headers")
        .set("bridge.name", "turin")
        .set("bridge.reverse[0].from", "headers.fifo")
        .set("bridge.reverse[0].exchange", "turin-headers");
  }

  /** What each is on the wire: its type and its value. */
  private static Map<String, String> onTheWire(Map<String, Object> headers) throws IOException {
    var bytes = new HashMap<String, String>();
    for (var header : headers.entrySet()) {
      var wire = new ByteArrayOutputStream();
      new ValueWriter(new DataOutputStream(wire)).writeFieldValue(header.getValue());
      bytes.put(header.getKey(), HexFormat.of().formatHex(wire.toByteArray()));
    }
    return bytes;
  }
}
