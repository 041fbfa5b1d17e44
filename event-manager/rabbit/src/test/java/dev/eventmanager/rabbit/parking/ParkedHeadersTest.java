package dev.eventmanager.rabbit.parking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.ParkReason;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.handling.ParkedEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParkedHeadersTest {

  private static final Instant FIRST = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LAST = Instant.parse("2026-03-01T12:00:09Z");

  @Test
  void sayWhyInFrozenNames() {
    assertThat(ParkedHeaders.of(parked(new IllegalStateException("no ledger"))))
        .isEqualTo(Map.of(
            "parked:queue", "billing_order",
            "parked:exchange", "order",
            "parked:routingkey", "order.v1.submit",
            "parked:reason", "HANDLER_FAILED",
            "parked:explanation", "java.lang.IllegalStateException: no ledger",
            "parked:attempts", 3,
            "parked:firstfailedat", "2026-03-01T12:00:00Z",
            "parked:lastfailedat", "2026-03-01T12:00:09Z"));
  }

  @Test
  void fitIntoAFrameWhateverTheFailureSays() {
    assertThat(ParkedHeaders.of(parked(new IllegalStateException("x".repeat(1_000_000)))))
        .hasEntrySatisfying(
            "parked:explanation", text -> assertThat(text.toString()).hasSizeLessThan(3_000));
  }

  private static ParkedEvent parked(Throwable failure) {
    EventMetadata metadata = new EventMetadata.Builder()
        .id("e-1")
        .exchange("order")
        .routingKey("order.v1.submit")
        .source("order-service")
        .time(FIRST)
        .orderingKey("1")
        .build();
    return new ParkedEvent(
        "billing_order",
        new EncodedEvent(metadata, new byte[0]),
        ParkReason.HANDLER_FAILED,
        3,
        Optional.of(failure),
        FIRST,
        LAST);
  }
}
