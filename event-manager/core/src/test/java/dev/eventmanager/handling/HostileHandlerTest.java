package dev.eventmanager.handling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.EventType;
import dev.eventmanager.Exchange;
import dev.eventmanager.ParkReason;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.fixture.Parcels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handlers, and clocks, that do what they should not. */
class HostileHandlerTest {

  private static final EventType<Basket> FILLED =
      Exchange.topic("basket").event("filled", Basket.class).keyedBy(Basket::id);
  private static final String JSON = "{\"id\":\"b\",\"pieces\":[1,2],\"names\":[\"tea\",\"milk\"]}";

  private final HandlingFixture fixture = new HandlingFixture();
  private final List<String> seen = new CopyOnWriteArrayList<>();

  /** A payload that, against all advice, can be changed. */
  record Basket(String id, int[] pieces, ArrayList<String> names) {
    @Override
    public String toString() {
      return id + Arrays.toString(pieces) + names;
    }
  }

  /** As the JVM has them. */
  static final class ErrorOfTheJvm extends VirtualMachineError {
    private static final long serialVersionUID = 1L;
  }

  @BeforeEach
  void declare() {
    fixture.catalogue = EventCatalogue.of(FILLED);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        OutOfMemoryError.class,
        StackOverflowError.class,
        NoClassDefFoundError.class,
        ErrorOfTheJvm.class
      })
  void countsAnErrorAsAFailureAndGoesOn(Class<? extends Error> error) {
    RetryingProcessor processor = processor(basket -> {
      seen.add(basket.id());
      if (basket.id().equals("b")) {
        throw error.getDeclaredConstructor().newInstance();
      }
    });

    process(processor, filled("b", JSON)).join();
    process(processor, filled("c", JSON.replace("\"b\"", "\"c\""))).join();

    assertThat(seen).containsExactly("b", "b", "b", "c");
    assertThat(fixture.parking.reasons()).containsExactly(ParkReason.HANDLER_FAILED);
  }

  @Test
  void survivesARecursionWithoutEnd() {
    process(processor(HostileHandlerTest::recurse), filled("b", JSON)).join();

    assertThat(fixture.parking.parked.get(0).failure())
        .containsInstanceOf(StackOverflowError.class);
  }

  @Test
  void showsEveryAttemptTheEventAsItArrivedWhateverTheHandlerDoesToIt() {
    process(
            processor(basket -> {
              seen.add(basket.toString());
              basket.pieces()[0] = 99;
              basket.names().clear();
              throw new IllegalStateException("after all was changed");
            }),
            filled("b", JSON))
        .join();

    assertThat(seen).hasSize(3).containsOnly("b[1, 2][tea, milk]");
    assertThat(fixture.parking.parked.get(0).event()).isEqualTo(filled("b", JSON));
  }

  @Test
  void neverDatesAFailureBeforeTheFirstOneThoughTheClockGoesBack() {
    AtomicInteger asked = new AtomicInteger();
    Instant now = Instant.parse("2026-11-21T08:00:00Z");
    InstantSource jumping = () -> now.minus(Duration.ofDays(365L * asked.getAndIncrement()));
    fixture.clock = jumping.withZone(ZoneOffset.UTC);

    process(
            processor(basket -> {
              throw new IllegalStateException("always");
            }),
            filled("b", JSON))
        .join();

    ParkedEvent parked = fixture.parking.parked.get(0);
    assertThat(asked).as("the clock jumped").hasValueGreaterThan(1);
    assertThat(parked.lastFailedAt()).isAfterOrEqualTo(parked.firstFailedAt());
  }

  private static void recurse(Basket basket) {
    recurse(basket);
  }

  private RetryingProcessor processor(Taker taker) {
    return fixture.processor(Subscription.of(
        "q", "basket.*.filled", Basket.class, (basket, metadata) -> taker.take(basket)));
  }

  private interface Taker {
    void take(Basket basket) throws Exception;
  }

  private CompletableFuture<Void> process(RetryingProcessor processor, EncodedEvent event) {
    return processor.process(fixture.delivery(event));
  }

  private static EncodedEvent filled(String id, String json) {
    EncodedEvent event = Parcels.arrived(id, "basket.v1.filled", id, json);
    return new EncodedEvent(
        event.metadata().toBuilder().exchange("basket").build(),
        json.getBytes(StandardCharsets.UTF_8));
  }
}
