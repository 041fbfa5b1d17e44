package dev.eventmanager.testkit.contract;

import static dev.eventmanager.ParkReason.BEHIND_PARKED;
import static dev.eventmanager.ParkReason.HANDLER_FAILED;
import static dev.eventmanager.ParkReason.MALFORMED;
import static dev.eventmanager.ParkReason.TOO_LARGE;
import static dev.eventmanager.ParkReason.UNKNOWN_EVENT;
import static dev.eventmanager.ParkReason.UNKNOWN_VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Delivery;
import dev.eventmanager.ParkReason;
import dev.eventmanager.PermanentFailureException;
import dev.eventmanager.handling.ParkedEvent;
import dev.eventmanager.testkit.foreign.ForeignPublisher;
import dev.eventmanager.testkit.foreign.ForeignSubscriber;
import dev.eventmanager.testkit.probe.ReceivedEvents;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What happens to events that cannot be handled: set aside with the reason, never in the way. */
public interface ParkingContract {

  @Test
  default void triesAFailingEventAgainUntilItSucceeds(ContractBus bus) {
    AtomicInteger attempts = new AtomicInteger();
    ReceivedEvents moves = new ReceivedEvents();
    bus.handlingMoves(event -> {
      if (attempts.incrementAndGet() < ContractBus.MAX_ATTEMPTS) {
        throw new IllegalStateException("not yet");
      }
      moves.handle(event);
    });
    bus.start();
    Games.publish(bus, "g", 1);
    moves.awaitCount(1);
    assertThat(attempts).hasValue(ContractBus.MAX_ATTEMPTS);
    assertThat(bus.parked.all()).isEmpty();
  }

  @Test
  default void parksAnEventThatKeepsFailingAndItsSuccessorsBehindIt(ContractBus bus) {
    ReceivedEvents moves = new ReceivedEvents();
    bus.handlingMoves(event -> {
      if (event.payload().equals(new Move("failing", 1))) {
        throw new IllegalStateException("no such square");
      }
      moves.handle(event);
    });
    bus.start();
    Games.publish(bus, "failing", 4);
    Games.publish(bus, "other", 4);
    awaitParked(bus, 3);
    moves.awaitCount(1 + 4);
    assertThat(bus.parked.reasons()).containsExactly(HANDLER_FAILED, BEHIND_PARKED, BEHIND_PARKED);
    ParkedEvent head = bus.parked.all().get(0);
    assertThat(head.attempts()).isEqualTo(ContractBus.MAX_ATTEMPTS);
    assertThat(head.explanation()).contains("no such square");
  }

  @Test
  default void parksAtOnceWhatTheHandlerCallsPermanent(ContractBus bus) {
    bus.handlingMoves(event -> {
      throw new PermanentFailureException("the game is over");
    });
    bus.start();
    Games.publish(bus, "g", 1);
    awaitParked(bus, 1);
    assertThat(bus.parked.all().get(0).attempts()).isOne();
  }

  @Test
  default void parksWhatNobodyCanReadAndGoesOn(ContractBus bus, ForeignPublisher stranger) {
    ReceivedEvents all = new ReceivedEvents();
    bus.handling(bus.newQueue("all"), bus.events.on("#"), all).start();
    String exchange = bus.events.exchange.name();
    parks(bus, MALFORMED, () -> stranger.publish(exchange, bus.events.on("v2.move"), ""));
    parks(bus, MALFORMED, () -> stranger.publish(exchange, bus.events.on("v2.move"), "{\"game\":"));
    parks(bus, MALFORMED, () -> stranger.publish(exchange, bus.events.on("v2.move"), "[1, 2]"));
    parks(bus, UNKNOWN_EVENT, () -> stranger.publish(exchange, bus.events.on("v1.adjourn"), "{}"));
    parks(bus, UNKNOWN_EVENT, () -> stranger.publish(exchange, bus.events.on("#.*..x"), "{}"));
    parks(bus, UNKNOWN_VERSION, () -> stranger.publish(exchange, bus.events.on("v9.move"), "{}"));
    String oversize = "\"" + "x".repeat(ContractBus.MAX_BODY_BYTES) + "\"";
    parks(bus, TOO_LARGE, () -> stranger.publish(exchange, bus.events.on("v2.move"), oversize));
    Games.publish(bus, "g", 1);
    assertThat(all.awaitCount(1)).hasSize(1);
  }

  @Test
  default void parksOnAQueueWithTheReasonWhereThereIsNoDatabase(
      ContractBus bus, ForeignSubscriber operator) {
    String queue = bus.parkingOnQueue().handlingMoves(event -> {
      throw new IllegalStateException("no such square");
    });
    bus.start();
    Games.publish(bus, "g", 1);
    Delivery parked = operator.take(queue + ".parked");
    Map<String, Object> headers = parked.getProperties().getHeaders();
    assertThat(headers.get("parked:reason")).hasToString(HANDLER_FAILED.name());
    assertThat(headers.get("parked:explanation")).asString().contains("no such square");
    assertThat(parked.getBody()).asString().contains("\"game\":\"g\"");
  }

  private static void parks(ContractBus bus, ParkReason reason, Runnable publish) {
    int before = bus.parked.all().size();
    publish.run();
    awaitParked(bus, before + 1);
    assertThat(bus.parked.reasons().get(before)).isEqualTo(reason);
  }

  private static void awaitParked(ContractBus bus, int count) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(5))
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(bus.parked.all()).hasSizeGreaterThanOrEqualTo(count));
  }
}
