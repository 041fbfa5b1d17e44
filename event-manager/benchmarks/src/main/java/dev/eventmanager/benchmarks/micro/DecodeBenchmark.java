package dev.eventmanager.benchmarks.micro;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Envelope;
import dev.eventmanager.Event;
import dev.eventmanager.EventMetadata;
import dev.eventmanager.EventType;
import dev.eventmanager.Exchange;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.rabbit.message.EventMessageReader;
import dev.eventmanager.shop.order.OrderEvents;
import dev.eventmanager.shop.order.OrderV1;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From what came off the wire to a payload. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecodeBenchmark {

  private static final EventType<OrderV1> OLDER =
      Exchange.topic("order").event("submit", OrderV1.class);

  private final EventCodec codec = new EventCodec(EventCatalogue.of(OrderEvents.SUBMIT));
  private final EventMessageReader reader =
      new EventMessageReader(codec, EventIds.uuidV7(), Clock.systemUTC(), part -> {});
  private final EventMetadata metadata = SampleOrders.metadata("order.v2.submit", "1001");
  private final EncodedEvent event =
      new EncodedEvent(metadata, codec.encode(OrderEvents.SUBMIT, SampleOrders.order()));
  private final EncodedEvent older = new EncodedEvent(
      SampleOrders.metadata("order.v1.submit", "1001"),
      new EventCodec(EventCatalogue.of(OLDER)).encode(OLDER, SampleOrders.olderOrder()));
  private final Envelope envelope = new Envelope(1, false, "order", "order.v2.submit");
  private final BasicProperties properties = SampleOrders.arrived(metadata);

  /** Properties and headers to metadata. */
  @Benchmark
  public EncodedEvent envelope() {
    return reader.read(envelope, properties, event.body());
  }

  /** The body alone. */
  @Benchmark
  public Event<?> body() {
    return codec.decode(event);
  }

  /** The body of an older version, and the newest made of it. */
  @Benchmark
  public Event<?> bodyUpcast() {
    return codec.decode(older);
  }
}
