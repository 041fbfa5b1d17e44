package dev.eventmanager.autoconfigure.subscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.eventmanager.Event;
import dev.eventmanager.EventMetadata;
import dev.eventmanager.EventType;
import dev.eventmanager.OnEvent;
import dev.eventmanager.autoconfigure.fixture.Visits;
import dev.eventmanager.autoconfigure.fixture.Visits.Arrived;
import dev.eventmanager.autoconfigure.fixture.Visits.Left;
import dev.eventmanager.handling.Subscription;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;

class OnEventMethodsTest {

  @Test
  void makesASubscriptionOfAMarkedMethod() {
    OnEventMethods methods = in(Reception.class);

    assertThat(methods.problems()).isEmpty();
    assertThat(methods.subscriptions())
        .extracting(
            Subscription::queue, each -> each.pattern().pattern(), Subscription::payloadType)
        .containsExactlyInAnyOrder(
            tuple("hotel_visit", "visit.*.arrive", Arrived.class),
            tuple("departures", "visit.*.leave", Left.class),
            tuple("audit", "#", Object.class));
  }

  @Test
  void givesEachParameterWhatItAsksFor() throws Exception {
    List<Object> seen = new ArrayList<>();
    for (Subscription subscription : in(Reception.class, seen).subscriptions()) {
      subscription
          .handler()
          .handle(
              subscription.payloadType() == Left.class
                  ? event(Visits.LEFT, new Left("Ada"))
                  : event(Visits.ARRIVED, new Arrived("Ada", 2)));
    }

    assertThat(seen)
        .containsExactlyInAnyOrder("arrived Ada with id-1", "left Ada", "audited visit.v1.arrive");
  }

  @Test
  void throwsWhatTheMethodThrows() {
    Subscription failing = in(FailingReception.class).subscriptions().get(0);

    assertThatThrownBy(() -> failing.handler().handle(event(Visits.LEFT, new Left("Ada"))))
        .isInstanceOf(IOException.class)
        .hasMessage("the book is lost");
  }

  @Test
  void saysWhyAMethodCannotHandleEvents() {
    assertThat(in(WrongReception.class).problems())
        .containsExactlyInAnyOrder(
            "@OnEvent method OnEventMethodsTest.WrongReception.both takes 2 payloads; an event has one",
            "@OnEvent method OnEventMethodsTest.WrongReception.anything: the pattern \"#\" names no exchange to name the queue after; add queue = \"hotel_…\"");
  }

  @Test
  void knowsThePayloadThatASubclassChose() {
    assertThat(in(Farewell.class).subscriptions())
        .extracting(Subscription::payloadType)
        .containsExactly(Left.class);
  }

  @Test
  void findsLazyBeans() {
    assertThat(in(LazyReception.class).subscriptions()).hasSize(1);
  }

  @Test
  void saysThatABeanOfManyInstancesCannotHandleEvents() {
    OnEventMethods found = in(ManyReceptions.class);

    assertThat(found.subscriptions()).isEmpty();
    assertThat(found.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem).contains("ManyReceptions", "singleton"));
  }

  private static OnEventMethods in(Class<?> type) {
    return in(type, new ArrayList<>());
  }

  private static OnEventMethods in(Class<?> type, List<Object> seen) {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.getBeanFactory().registerSingleton("seen", seen);
    context.register(type);
    context.refresh();
    return OnEventMethods.in(context.getBeanFactory(), "hotel");
  }

  private static <T> Event<T> event(EventType<T> type, T payload) {
    EventMetadata metadata = new EventMetadata.Builder()
        .id("id-1")
        .exchange("visit")
        .routingKey(type.routingKey().toString())
        .source("door")
        .time(Instant.EPOCH)
        .orderingKey("Ada")
        .build();
    return new Event<>(type, payload, metadata);
  }

  static class Reception {
    private final List<Object> seen;

    Reception(List<Object> seen) {
      this.seen = seen;
    }

    @OnEvent(pattern = "visit.*.arrive")
    void arrived(EventMetadata metadata, Arrived arrived) {
      seen.add("arrived " + arrived.guest() + " with " + metadata.id());
    }

    @OnEvent(queue = "departures", pattern = "visit.*.leave")
    private void left(Event<Left> event) {
      seen.add("left " + event.payload().guest());
    }

    @OnEvent(queue = "audit", pattern = "#")
    public void any(Event<?> event) {
      seen.add("audited " + event.metadata().routingKey());
    }
  }

  static class FailingReception {
    @OnEvent(pattern = "visit.*.leave")
    void left(Left left) throws IOException {
      throw new IOException("the book is lost");
    }
  }

  abstract static class Greeting<T> {
    @OnEvent(pattern = "visit.*.leave")
    void greet(T guest) {}
  }

  static class Farewell extends Greeting<Left> {}

  @Lazy
  static class LazyReception {
    @OnEvent(pattern = "visit.*.leave")
    void left(Left left) {}
  }

  @Scope("prototype")
  static class ManyReceptions {
    @OnEvent(pattern = "visit.*.leave")
    void left(Left left) {}
  }

  static class WrongReception {
    @OnEvent(pattern = "visit.#")
    void both(Arrived arrived, Left left) {}

    @OnEvent(pattern = "#")
    void anything(Object payload) {}
  }
}
