package dev.eventmanager.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.ParkReason;
import dev.eventmanager.codec.EncodedEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SuspectProcessorTest {

  private final HandlerThreads threads = HandlerThreads.platform(4);
  private final RememberedParking parking = new RememberedParking();
  private final Map<String, Integer> begun = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Void>> handling = new ConcurrentHashMap<>();
  private final List<String> order = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    threads.close();
  }

  @Test
  void handlesOneSuspectAtATimeAndOthersMeanwhile() {
    SuspectProcessor processor = processor(new Remembered());
    CompletableFuture<Void> first = processor.process(lost("first", 5));
    CompletableFuture<Void> second = processor.process(lost("second", 7));
    await().until(() -> order.contains("first"));

    processor.process(lost("innocent", 4));
    await().until(() -> order.contains("innocent"));
    assertThat(order).doesNotContain("second");
    assertThat(begun).containsOnlyKeys("first");

    handled("first");
    first.join();
    await().until(() -> order.contains("second"));
    handled("second");
    second.join();
    assertThat(begun).isEmpty();
    assertThat(parking.parked).isEmpty();
  }

  @Test
  void parksWhatTwoProcessesDiedOfWhileItWasHandledAlone() {
    begun.put("guilty", 2);
    begun.put("innocent", 1);
    SuspectProcessor processor = processor(new Remembered());

    processor.process(lost("guilty", 7)).join();
    CompletableFuture<Void> innocent = processor.process(lost("innocent", 7));
    await().until(() -> order.contains("innocent"));
    handled("innocent");
    innocent.join();

    assertThat(order).containsExactly("innocent");
    assertThat(parking.reasons()).containsExactly(ParkReason.CRASHED_ITS_CONSUMER);
    assertThat(parking.parked.get(0).explanation()).contains("guilty", "7 times");
    assertThat(begun).isEmpty();
  }

  @Test
  void handlesASuspectThatCannotBeMarked() {
    SuspectProcessor processor = processor(new CrashMarks() {
      @Override
      public int begin(Delivery delivery) {
        throw new IllegalStateException("the database is away");
      }

      @Override
      public void end(Delivery delivery) {
        throw new IllegalStateException("the database is away");
      }
    });

    CompletableFuture<Void> done = processor.process(lost("suspect", 5));
    await().until(() -> order.contains("suspect"));
    handled("suspect");

    done.join();
  }

  @Test
  void goesOnWithTheNextWhenOneIsGivenBack() {
    SuspectProcessor processor = processor(new Remembered());
    CompletableFuture<Void> failing = processor.process(lost("failing", 5));
    CompletableFuture<Void> next = processor.process(lost("next", 5));
    await().until(() -> order.contains("failing"));

    handling.get("failing").completeExceptionally(new IllegalStateException("cannot go on"));
    await().until(() -> order.contains("next"));
    handled("next");

    assertThat(failing).isCompletedExceptionally();
    next.join();
  }

  @Test
  void takesTheFirstOfAQueueForGuiltyWhereNothingIsMarked() {
    CrashMarks unmarked = new UnmarkedCrashes();

    assertThat(unmarked.begin(lost("first", 10))).isEqualTo(Suspects.GUILTY);
    assertThat(unmarked.begin(lost("second", 10))).isZero();
    assertThat(new UnmarkedCrashes().begin(lost("first", 9))).isZero();
  }

  private SuspectProcessor processor(CrashMarks marks) {
    DeliveryProcessor next = delivery -> {
      CompletableFuture<Void> done = new CompletableFuture<>();
      handling.put(id(delivery), done);
      order.add(id(delivery));
      return done;
    };
    return new SuspectProcessor(next, new Suspects(marks, threads), parking, Clock.systemUTC());
  }

  private void handled(String id) {
    handling.get(id).complete(null);
  }

  private static Delivery lost(String id, int times) {
    EventMetadata metadata = new EventMetadata.Builder()
        .id(id)
        .exchange("parcel")
        .routingKey("parcel.v1.lost")
        .source("test")
        .time(Instant.EPOCH)
        .orderingKey(id)
        .build();
    return new Delivery("q", new EncodedEvent(metadata, new byte[0]), true, times, () -> true);
  }

  private static String id(Delivery delivery) {
    return delivery.event().metadata().id();
  }

  private final class Remembered implements CrashMarks {

    @Override
    public int begin(Delivery delivery) {
      return begun.merge(id(delivery), 1, Integer::sum) - 1;
    }

    @Override
    public void end(Delivery delivery) {
      begun.remove(id(delivery));
    }
  }
}
