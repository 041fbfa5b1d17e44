package dev.eventmanager.testkit.rabbit;

import static dev.eventmanager.testkit.rabbit.BusFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.handling.Delivery;
import dev.eventmanager.handling.DeliveryProcessor;
import dev.eventmanager.rabbit.consume.ConsumerStatus.State;
import dev.eventmanager.rabbit.consume.QueueConsumers;
import dev.eventmanager.testkit.broker.VirtualHost;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of events on their way from a queue, over a network that fails. */
abstract class ConsumingFaults {

  BusFixture bus;
  final HandledEvents handled = new HandledEvents();
  private final ExecutorService handlers = Executors.newFixedThreadPool(8);

  @BeforeEach
  void open(VirtualHost virtualHost) throws Exception {
    bus = new BusFixture(virtualHost);
  }

  @AfterEach
  void close() throws Exception {
    bus.close();
    handlers.shutdownNow();
  }

  /** Handles each event on a pool. */
  DeliveryProcessor pooled() {
    return delivery -> CompletableFuture.runAsync(() -> handled.add(delivery.event()), handlers);
  }

  @Test
  void keepsTheOrderOfEachOfAHundredKeysUnderLoad() throws Exception {
    bus.consumer(pooled());

    bus.fill(5_000, 100);

    handled.awaitAll(5_000);
    assertThat(handled.repeated()).isZero();
    handled.assertEachKeyInOrder();
  }

  @Test
  void letsOtherKeysPassAKeyThatIsStuck() throws Exception {
    CompletableFuture<Void> stuck = new CompletableFuture<>();
    QueueConsumers consumer = bus.consumer(
        delivery -> keyOf(delivery).equals("key-0") ? stuck : pooled().process(delivery),
        bus.consumerSettings().prefetch(50).drainTimeout(Duration.ofMillis(200)).build());

    bus.fill(400, 10);

    // Only ten of the first fifty are stuck, so the others go on as long as they are acknowledged.
    handled.awaitAll(360);
    await().until(() -> consumer.status().inHand() == 1);
    consumer.close();
    await().untilAsserted(() -> assertThat(bus.waiting()).isEqualTo(40));
  }

  @Test
  void losesNothingAndKeepsOrderWhenTheConnectionIsCutAgainAndAgain() throws Exception {
    bus.fill(3_000, 20);
    AtomicInteger count = new AtomicInteger();
    bus.consumer(
        delivery -> {
          if (count.incrementAndGet() % 700 == 0) {
            bus.network.cutOnce();
          }
          return pooled().process(delivery);
        },
        bus.consumerSettings().prefetch(100).build());

    handled.awaitAll(3_000);
    handled.assertEachKeyInOrder();
  }

  @Test
  void neverHasTwoEventsOfAKeyInHandAcrossALostConnection() throws Exception {
    CompletableFuture<Void> first = new CompletableFuture<>();
    List<Delivery> handedOver = new CopyOnWriteArrayList<>();
    QueueConsumers consumer = bus.consumer(delivery -> {
      handedOver.add(delivery);
      return handedOver.size() == 1 ? first : CompletableFuture.completedFuture(null);
    });
    bus.fill(1, 1);
    await().until(() -> handedOver.size() == 1);
    assertThat(handedOver.get(0).isStillOurs()).isTrue();

    bus.network.cutOnce();
    await().until(() -> !handedOver.get(0).isStillOurs());
    await().until(() -> consumer.status().state() == State.CONSUMING);
    bus.fill(10, 2);
    await().until(() -> handedOver.size() == 6);

    assertThat(handedOver).extracting(ConsumingFaults::keyOf).containsOnlyOnce("key-0");
    first.complete(null);
    await().untilAsserted(() -> assertThat(handedOver).hasSize(12));
    assertThat(handedOver.get(6).redelivered()).isTrue();
  }

  @Test
  void givesEverythingBackWhenTheProcessorCannotGoOn() throws Exception {
    bus.fill(200, 5);
    AtomicInteger failures = new AtomicInteger();
    QueueConsumers consumer = bus.consumer(
        delivery -> BusFixture.number(delivery.event()) == 77 && failures.incrementAndGet() <= 3
            ? CompletableFuture.failedFuture(new IllegalStateException("database away"))
            : pooled().process(delivery));

    handled.awaitAll(200);
    handled.assertEachKeyInOrder();
    assertThat(failures).hasValue(4);
    assertThat(consumer.status().lastProblem()).get().asString().contains("database away");
  }

  @Test
  void survivesAProcessorThatThrows() throws Exception {
    bus.fill(20, 5);
    AtomicInteger calls = new AtomicInteger();
    bus.consumer(delivery -> {
      if (calls.incrementAndGet() == 7) {
        throw new StackOverflowError("seventh");
      }
      return pooled().process(delivery);
    });

    handled.awaitAll(20);
    handled.assertEachKeyInOrder();
  }

  @Test
  void takesNothingWhilePausedAndGoesOnAfterwards() throws Exception {
    QueueConsumers consumer = bus.consumer(pooled());
    bus.fill(10, 2);
    handled.awaitAll(10);

    consumer.pause();
    await().until(() -> consumer.status().state() == State.PAUSED);
    bus.fill(10, 2);
    await().untilAsserted(() -> assertThat(bus.waiting()).isEqualTo(10));

    consumer.resume();
    handled.awaitAll(20);
  }

  @Test
  void finishesWhatIsInHandWhenDrainedHoweverLongThatTakes() throws Exception {
    CompletableFuture<Void> slow = new CompletableFuture<>();
    QueueConsumers consumer = bus.consumer(
        delivery -> slow.thenCompose(done -> pooled().process(delivery)),
        bus.consumerSettings().drainTimeout(Duration.ofMillis(1)).build());
    bus.fill(3, 3);
    await().until(() -> consumer.status().inHand() == 3);

    consumer.drain();
    await().until(() -> consumer.status().state() == State.DRAINING);
    bus.fill(2, 2);
    slow.complete(null);

    await().until(() -> consumer.status().state() == State.PAUSED);
    await().untilAsserted(() -> assertThat(bus.waiting()).isEqualTo(2));
    consumer.resume();
    handled.awaitAll(5);
    assertThat(handled.repeated()).isZero();
  }

  @Test
  void repeatsNothingWhenInstancesTakeOverInFullFlow() throws Exception {
    int events = 6_000;
    QueueConsumers consumer = bus.consumer(pooled());
    CompletableFuture<Void> filled = CompletableFuture.runAsync(() -> bus.fill(events, 50));
    for (int takeOver = 1; takeOver <= 4; takeOver++) {
      handled.awaitAll(takeOver * 1_000);
      QueueConsumers successor = bus.consumer(pooled());
      consumer.close();
      consumer = successor;
    }

    filled.join();
    handled.awaitAll(events);
    handled.assertEachKeyInOrder();
    assertThat(handled.repeated()).isZero();
  }

  @Test
  void finishesWhatIsInHandBeforeItCloses() throws Exception {
    CompletableFuture<Void> slow = new CompletableFuture<>();
    List<Delivery> handedOver = new CopyOnWriteArrayList<>();
    QueueConsumers consumer = bus.consumer(delivery -> {
      handedOver.add(delivery);
      return slow;
    });
    bus.fill(4, 2);
    await().until(() -> handedOver.size() == 2);

    CompletableFuture<Void> closing = CompletableFuture.runAsync(consumer::close);
    await().until(() -> consumer.status().state() == State.DRAINING);
    assertThat(handedOver).allMatch(Delivery::isStillOurs);
    slow.complete(null);
    closing.join();

    assertThat(handedOver).hasSize(2);
    await().untilAsserted(() -> assertThat(bus.waiting()).isEqualTo(2));
  }

  @Test
  void handsOverMessagesOfAnyForm() throws Exception {
    List<EncodedEvent> events = new CopyOnWriteArrayList<>();
    bus.consumer(delivery -> {
      events.add(delivery.event());
      return CompletableFuture.completedFuture(null);
    });
    byte[] noText = {(byte) 0xC3, 0x28};
    byte[] huge = new byte[5 * 1024 * 1024];

    bus.plain.basicPublish(bus.exchange, "order.v1.submit", new BasicProperties(), noText);
    bus.plain.basicPublish(bus.exchange, "order.v1.submit", new BasicProperties(), huge);
    bus.plain.basicPublish(bus.exchange, "order", new BasicProperties(), new byte[0]);
    bus.plain.basicPublish("", bus.queue, new BasicProperties(), new byte[0]);

    await().until(() -> events.size() == 4);
    assertThat(events)
        .extracting(event -> event.metadata().routingKey())
        .containsExactlyInAnyOrder("order.v1.submit", "order.v1.submit", "order", bus.queue);
    await().untilAsserted(() -> assertThat(bus.waiting()).isZero());
  }

  private static String keyOf(Delivery delivery) {
    return delivery.event().metadata().orderingKey();
  }
}
