package dev.eventmanager.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.eventmanager.EventType;
import dev.eventmanager.ParkReason;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.fixture.Parcels;
import dev.eventmanager.fixture.Parcels.Lost;
import dev.eventmanager.fixture.Parcels.Sent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EventCodecTest {

  private static final String SENT_V2 = """
      {"parcel":"p","kilograms":12.50,"at":"2026-02-03T04:05:06Z","items":[{"name":"tea","pieces":2}]}""";

  private final EventCodec codec = new EventCodec(Parcels.CATALOGUE);

  @Test
  void writesDecimalsExactlyAndTimesInIso8601() {
    byte[] body = codec.encode(Parcels.SENT, Parcels.sent("p"));

    assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo(SENT_V2);
  }

  @Test
  void readsWhatItWrote() {
    Object payload = decode("parcel.v2.sent", SENT_V2);

    assertThat(payload).isEqualTo(Parcels.sent("p"));
  }

  @Test
  void readsDecimalsExactly() {
    Sent sent = (Sent) decode(
        "parcel.v2.sent", SENT_V2.replace("12.50", "12345678901234567890.123456789012345678901"));

    assertThat(sent.kilograms())
        .isEqualTo(new BigDecimal("12345678901234567890.123456789012345678901"));
  }

  @Test
  void ignoresUnknownFields() {
    Object payload =
        decode("parcel.v2.sent", SENT_V2.replace("{\"parcel\"", "{\"new\":1,\"parcel\""));

    assertThat(payload).isEqualTo(Parcels.sent("p"));
  }

  @Test
  void liftsAnOlderVersionToTheNewestPayload() {
    Sent sent = (Sent) decode("parcel.v1.sent", "{\"parcel\":\"p\",\"grams\":1500}");

    assertThat(sent.kilograms()).isEqualTo(new BigDecimal("1.500"));
  }

  @Test
  void namesTheJsonPathOfWhatItCannotRead() {
    UndecodableEventException failure =
        failure("parcel.v2.sent", SENT_V2.replace("\"pieces\":2", "\"pieces\":\"two\""));

    assertThat(failure.reason()).isEqualTo(ParkReason.MALFORMED);
    assertThat(failure.jsonPath()).contains("$.items[0].pieces");
    assertThat(failure)
        .hasMessageContaining("event event-1 with routing key \"parcel.v2.sent\"")
        .hasMessageContaining("$.items[0].pieces")
        .message()
        .doesNotContain("Source");
  }

  @Test
  void takesNoNumberForANameOfAnEnum() {
    EventType<Collected> collected = Parcels.EXCHANGE.event("collected", Collected.class);
    EventCodec codec = new EventCodec(EventCatalogue.of(collected));
    EncodedEvent event = Parcels.arrived("parcel.v1.collected", "{\"on\":1}");

    assertThat(catchThrowableOfType(UndecodableEventException.class, () -> codec.decode(event)))
        .extracting(UndecodableEventException::jsonPath)
        .isEqualTo(Optional.of("$.on"));
  }

  @Test
  void insistsOnWhatThePayloadInsistsOn() {
    EventType<Collected> collected = Parcels.EXCHANGE.event("collected", Collected.class);
    EventCodec codec = new EventCodec(EventCatalogue.of(collected));
    EncodedEvent event = Parcels.arrived("parcel.v1.collected", "{}");

    assertThat(catchThrowableOfType(UndecodableEventException.class, () -> codec.decode(event)))
        .hasMessageContaining("on which day?");
  }

  /** 1e1000000000 is a number that must never be written out. */
  @Test
  @Timeout(10)
  void isNotHeldUpByNumbersOfAnySizeNorByDepth() {
    for (String number : List.of("1e1000000000", "-1e2147483647", "9".repeat(100_000))) {
      String body =
          SENT_V2.replace("12.50", number).replace("\"pieces\":2", "\"pieces\":" + number);
      assertThat(failure("parcel.v2.sent", body).reason()).isEqualTo(ParkReason.MALFORMED);
    }
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertThat(failure("parcel.v2.sent", SENT_V2.replace("12.50", deep)).reason())
        .isEqualTo(ParkReason.MALFORMED);
  }

  @Test
  void refusesBodiesThatAreNoJson() {
    for (String body : new String[] {"", "{", "null", "[]", "tea", SENT_V2 + "}"}) {
      UndecodableEventException failure = failure("parcel.v2.sent", body);
      assertThat(failure.reason()).isEqualTo(ParkReason.MALFORMED);
      assertThat(failure).message().doesNotContain("REDACTED");
    }
  }

  @Test
  void refusesBodiesThatAreNotUtf8() {
    EncodedEvent event = new EncodedEvent(
        Parcels.arrived("parcel.v1.lost", "").metadata(),
        new byte[] {'{', '"', 'w', 'h', 'e', 'r', 'e', '"', ':', '"', (byte) 0xC3, '"', '}'});

    assertThat(catchThrowableOfType(UndecodableEventException.class, () -> codec.decode(event)))
        .extracting(UndecodableEventException::reason)
        .isEqualTo(ParkReason.MALFORMED);
  }

  @Test
  void reportsAnUpcasterThatFails() {
    UndecodableEventException failure =
        failure("parcel.v1.sent", "{\"parcel\":\"p\",\"grams\":-1}");

    assertThat(failure.reason()).isEqualTo(ParkReason.MALFORMED);
    assertThat(failure).hasMessageContaining("version 1 could not be upcast to version 2");
  }

  @Test
  void tellsAVersionNewerThanAnyKnown() {
    UndecodableEventException failure = failure("parcel.v3.sent", SENT_V2);

    assertThat(failure.reason()).isEqualTo(ParkReason.UNKNOWN_VERSION);
    assertThat(failure)
        .hasMessageContaining("has version 3, this service reads v1, v2")
        .hasMessageContaining("take the newer release");
  }

  @Test
  void tellsAnEventThatNobodyDeclaredWithTheNearestName() {
    UndecodableEventException failure = failure("parcel.v2.snet", SENT_V2);

    assertThat(failure.reason()).isEqualTo(ParkReason.UNKNOWN_EVENT);
    assertThat(failure).hasMessageContaining("the nearest is parcel.v2.sent");
    assertThat(failure("anything at all", SENT_V2).reason()).isEqualTo(ParkReason.UNKNOWN_EVENT);
  }

  @Test
  void refusesBodiesOverTheLimitInBothDirections() {
    EventCodec small = new EventCodec(Parcels.CATALOGUE, 20);
    EncodedEvent arrived = Parcels.arrived("parcel.v2.sent", SENT_V2);

    assertThat(catchThrowableOfType(UndecodableEventException.class, () -> small.decode(arrived)))
        .extracting(UndecodableEventException::reason)
        .isEqualTo(ParkReason.TOO_LARGE);
    assertThatThrownBy(() -> small.encode(Parcels.SENT, Parcels.sent("p")))
        .hasMessageContaining("the limit is 20");
  }

  @Test
  void refusesToWriteAnEventThatIsNotDeclared() {
    EventCodec other = new EventCodec(EventCatalogue.of(Parcels.SENT));

    assertThatThrownBy(() -> other.encode(Parcels.LOST, new Lost("Turin")))
        .hasMessage(
            "event parcel.v1.lost is not declared; add it to the EventDeclarations of its module");
  }

  @Test
  void derivesTheOrderingKeyOfAnyVersionFromTheBody() {
    byte[] v1 = "{\"parcel\":\"p-9\",\"grams\":1}".getBytes(StandardCharsets.UTF_8);

    assertThat(codec.orderingKey("parcel.v1.sent", v1)).contains("p-9");
    assertThat(codec.orderingKey("parcel.v1.sent", new byte[0])).isEmpty();
    assertThat(codec.orderingKey("parcel.v7.sent", v1)).isEmpty();
    assertThat(codec.orderingKey("no key of ours", v1)).isEmpty();
  }

  /** It is asked for on the way in, where a failure would stop the whole queue. */
  @Test
  void hasNoOrderingKeyWhereReadingItFailsInAnyWay() {
    EventType<Lost> faulty = Parcels.EXCHANGE.event("lost", Lost.class).keyedBy(lost -> {
      throw new StackOverflowError();
    });
    byte[] body = "{\"where\":\"Turin\"}".getBytes(StandardCharsets.UTF_8);

    assertThat(new EventCodec(EventCatalogue.of(faulty)).orderingKey("parcel.v1.lost", body))
        .isEmpty();
  }

  private Object decode(String routingKey, String json) {
    return codec.decode(Parcels.arrived(routingKey, json)).payload();
  }

  private UndecodableEventException failure(String routingKey, String json) {
    return catchThrowableOfType(
        UndecodableEventException.class, () -> codec.decode(Parcels.arrived(routingKey, json)));
  }

  private record Collected(DayOfWeek on) {
    private Collected {
      Objects.requireNonNull(on, "on which day?");
    }
  }
}
