package dev.eventmanager.benchmarks.micro;

import dev.eventmanager.EventType;
import dev.eventmanager.Exchange;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.handling.Subscription;
import dev.eventmanager.handling.Subscriptions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From a routing key to the handler of its event. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DispatchBenchmark {

  private static final String QUEUE = "billing";

  /** How much there is to choose from. */
  public enum Choice {
    EVENTS_1_PATTERNS_1(1, 1),
    EVENTS_500_PATTERNS_1(500, 1),
    EVENTS_500_PATTERNS_8(500, 8);

    private final int events;
    private final int patterns;

    Choice(int events, int patterns) {
      this.events = events;
      this.patterns = patterns;
    }
  }

  @Param
  Choice choice = Choice.EVENTS_1_PATTERNS_1;

  private Subscriptions subscriptions = Subscriptions.of(EventCatalogue.of(), List.of());
  private String routingKey = "";

  /** Each pattern admits the events of one exchange; the key is of the last of them. */
  @Setup
  public void declare() {
    List<EventType<String>> events = IntStream.range(0, choice.events)
        .mapToObj(
            number -> exchange(number % choice.patterns).event("event-" + number, String.class))
        .toList();
    subscriptions = Subscriptions.of(
        EventCatalogue.of(events),
        IntStream.range(0, choice.patterns)
            .mapToObj(number -> Subscription.of(
                QUEUE, exchange(number) + ".*.#", String.class, (payload, metadata) -> {}))
            .toList());
    int last = choice.events - choice.events % choice.patterns - 1;
    routingKey = events.get(last).routingKey().toString();
  }

  private static Exchange exchange(int number) {
    return Exchange.topic("exchange-" + number);
  }

  @Benchmark
  public Optional<Subscription> handler() {
    return subscriptions.find(QUEUE, routingKey);
  }
}
