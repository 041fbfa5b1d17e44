package dev.eventmanager.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Delivery;
import dev.eventmanager.Event;
import dev.eventmanager.EventHeaders;
import dev.eventmanager.testkit.foreign.ForeignPublisher;
import dev.eventmanager.testkit.foreign.ForeignSubscriber;
import dev.eventmanager.testkit.probe.ReceivedEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a handler may rely on, and what strangers on the same broker may. */
public interface HandlingContract {

  @Test
  default void routesByPatternToTheRightHandler(ContractBus bus) {
    ReceivedEvents moves = new ReceivedEvents();
    ReceivedEvents resignations = new ReceivedEvents();
    String queue = bus.newQueue("referee");
    bus.handling(queue, bus.events.on("*.move"), moves)
        .handling(queue, bus.events.on("v1.resign"), resignations)
        .start();
    bus.publisher().publish(bus.events.move, new Move("g", 0));
    bus.publisher().publish(bus.events.resign, new Resignation("g"));
    assertThat(moves.await(bus.events.move).payload()).isEqualTo(new Move("g", 0));
    assertThat(resignations.await(bus.events.resign).payload()).isEqualTo(new Resignation("g"));
    assertThat(moves.all()).hasSize(1);
    assertThat(resignations.all()).hasSize(1);
  }

  @Test
  default void deliversToEveryQueueThatIsBound(ContractBus bus) {
    ReceivedEvents clock = bus.recordingMoves();
    ReceivedEvents audience = new ReceivedEvents();
    bus.handling(bus.newQueue("audience"), bus.events.on("#"), audience).start();
    Event<Move> published = bus.publisher().publish(bus.events.move, new Move("g", 0));
    assertThat(clock.await(bus.events.move).metadata().id())
        .isEqualTo(published.metadata().id());
    assertThat(audience.await(bus.events.move).metadata().id())
        .isEqualTo(published.metadata().id());
  }

  @Test
  default void handsOverMetadataAsItWasPublished(ContractBus bus) {
    ReceivedEvents moves = bus.recordingMoves();
    bus.start();
    Event<Move> published = bus.publisher().publish(bus.events.move, new Move("g", 0));
    assertThat(moves.await(bus.events.move)).isEqualTo(published);
  }

  @Test
  default void handsAnOldVersionToTheHandlerAsTheNewest(
      ContractBus bus, ForeignPublisher stranger) {
    ReceivedEvents moves = bus.recordingMoves();
    bus.start();
    stranger.publish(
        bus.events.exchange.name(), bus.events.on("v1.move"), "{\"game\":\"g\",\"number\":7}");
    assertThat(moves.await(bus.events.move).payload()).isEqualTo(new Move("g", 7, "unknown"));
  }

  @Test
  default void handlesAnEventOrItsTwinInAnOlderVersionButNotBoth(ContractBus bus) {
    ReceivedEvents everyVersion = new ReceivedEvents();
    ReceivedEvents version1 = new ReceivedEvents();
    bus.handling(bus.newQueue("referee"), bus.events.on("*.draw"), everyVersion)
        .handling(bus.newQueue("archive"), bus.events.on("v1.draw"), version1)
        .start();
    for (String reason : List.of("stalemate", "agreed", "last")) {
      bus.publisher().publish(bus.events.draw, new Draw("g", reason));
    }
    version1.awaitCount(3);
    everyVersion.await(bus.events.draw, draw -> draw.payload().reason().equals("last"));
    assertThat(everyVersion.payloads(bus.events.draw))
        .extracting(Draw::reason)
        .containsExactly("stalemate", "agreed", "last");
    assertThat(version1.payloads(bus.events.draw))
        .extracting(Draw::reason)
        .containsExactly("unknown", "unknown", "unknown");
  }

  @Test
  default void acceptsAStrangersMessageOfExchangeKeyAndBodyAlone(
      ContractBus bus, ForeignPublisher stranger) {
    ReceivedEvents moves = bus.recordingMoves();
    bus.start();
    stranger.publish(
        bus.events.exchange.name(),
        bus.events.on("v2.move"),
        "{\"game\":\"g\",\"number\":1,\"by\":\"black\",\"unheardOf\":[true]}");
    Event<Move> move = moves.await(bus.events.move);
    assertThat(move.payload()).isEqualTo(new Move("g", 1, "black"));
    assertThat(move.metadata().orderingKey()).as("derived from the payload").isEqualTo("g");
    assertThat(move.metadata().id()).isNotEmpty();
  }

  @Test
  default void handsOverTheHeadersThatAStrangerAdded(ContractBus bus, ForeignPublisher stranger) {
    ReceivedEvents moves = bus.recordingMoves();
    bus.start();
    BasicProperties properties = new BasicProperties.Builder()
        .headers(Map.of("tenant", "acme", "attempt", 3, "cloudEvents:subject", "another"))
        .build();
    stranger.publish(
        bus.events.exchange.name(),
        bus.events.on("v2.move"),
        properties,
        "{\"game\":\"g\",\"number\":1,\"by\":\"black\"}".getBytes(UTF_8));
    assertThat(moves.await(bus.events.move).metadata().headers())
        .isEqualTo(EventHeaders.of(Map.of("tenant", "acme", "attempt", 3)));
  }

  @Test
  default void tellsAStrangerEverythingInPlainJsonAndHeaders(
      ContractBus bus, ForeignSubscriber stranger) {
    bus.recordingMoves();
    bus.start();
    String queue = bus.newQueue("stranger");
    stranger.bind(queue, bus.events.exchange.name(), bus.events.on("#"));
    Event<Move> published = bus.publisher().publish(bus.events.move, new Move("g", 3, "black"));
    Delivery message = stranger.take(queue);
    assertThat(message.getBody())
        .asString()
        .isEqualTo("{\"game\":\"g\",\"number\":3,\"by\":\"black\"}");
    assertThat(message.getProperties().getMessageId())
        .isEqualTo(published.metadata().id());
    assertThat(message.getProperties().getType()).isEqualTo(bus.events.on("v2.move"));
    assertThat(message.getProperties().getContentType()).isEqualTo("application/json");
    assertThat(message.getProperties().getDeliveryMode()).isEqualTo(2);
    assertThat(message.getProperties().getHeaders().get("cloudEvents:subject")).hasToString("g");
  }

  @Test
  default void linksWhatAHandlerPublishesToItsCause(ContractBus bus) {
    ReceivedEvents resignations = new ReceivedEvents();
    bus.handlingMoves(event -> bus.publisher().publish(bus.events.resign, new Resignation("g")));
    bus.handling(bus.newQueue("end"), bus.events.on("*.resign"), resignations).start();
    Event<Move> move = bus.publisher().publish(bus.events.move, new Move("g", 0));
    Event<Resignation> resignation = resignations.awaitCausedBy(move, bus.events.resign);
    assertThat(resignation.metadata().causationId()).contains(move.metadata().id());
    assertThat(resignation.metadata().correlationId()).contains(move.metadata().id());
  }

  @Test
  default void leavesToAnotherInstanceExactlyWhatItHasNotHandled(ContractBus bus) {
    ReceivedEvents handled = new ReceivedEvents();
    AtomicInteger count = new AtomicInteger();
    CompletableFuture<Void> stopped = new CompletableFuture<>();
    String queue = bus.handlingMoves(event -> {
      handled.handle(event);
      if (count.incrementAndGet() == 50) {
        CompletableFuture.runAsync(bus::stopConsuming).thenRun(() -> stopped.complete(null));
      }
    });
    bus.start();
    Games.publish(bus, 10, 40);
    stopped.join();
    ReceivedEvents rest = new ReceivedEvents();
    try (ContractBus another = bus.anotherInstance()) {
      another.handling(queue, bus.events.on("*.move"), rest).start();
      rest.awaitCount(400 - handled.all().size());
    }
    List<Move> all = new ArrayList<>(handled.payloads(bus.events.move));
    all.addAll(rest.payloads(bus.events.move));
    assertThat(all).as("nothing lost, nothing handled twice").hasSize(400).doesNotHaveDuplicates();
    Games.assertAllInOrder(all, 10, 40);
  }
}
