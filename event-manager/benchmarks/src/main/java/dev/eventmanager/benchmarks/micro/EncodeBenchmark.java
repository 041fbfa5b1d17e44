package dev.eventmanager.benchmarks.micro;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.eventmanager.EventPublisher;
import dev.eventmanager.PublishOutcome;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.handling.CurrentEvent;
import dev.eventmanager.publishing.EncodingPublisher;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.rabbit.message.EventMessageWriter;
import dev.eventmanager.shop.order.Order;
import dev.eventmanager.shop.order.OrderEvents;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From a payload to what goes on the wire. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EncodeBenchmark {

  private static final CompletableFuture<PublishOutcome> SAFE =
      CompletableFuture.completedFuture(new PublishOutcome.Confirmed());

  private final Order order = SampleOrders.order();
  private final EventCodec codec = new EventCodec(EventCatalogue.of(OrderEvents.SUBMIT));
  private final EventMessageWriter writer = new EventMessageWriter();
  private final EventPublisher publisher = new EncodingPublisher(
      SampleOrders.SERVICE,
      codec,
      this::write,
      new CurrentEvent(),
      EventIds.uuidV7(),
      Clock.systemUTC());
  private @Nullable BasicProperties written;

  /** The body alone. */
  @Benchmark
  public byte[] body() {
    return codec.encode(OrderEvents.SUBMIT, order);
  }

  /** Body and metadata, and the metadata as properties and headers. */
  @Benchmark
  public @Nullable BasicProperties bodyAndEnvelope() {
    publisher.publishAsync(OrderEvents.SUBMIT, order);
    return written;
  }

  private CompletableFuture<PublishOutcome> write(EncodedEvent event) {
    written = writer.properties(event.metadata());
    return SAFE;
  }
}
