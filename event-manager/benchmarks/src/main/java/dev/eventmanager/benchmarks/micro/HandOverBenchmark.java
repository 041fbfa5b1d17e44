package dev.eventmanager.benchmarks.micro;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Consumer;
import com.rabbitmq.client.Envelope;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.rabbit.consume.ConsumerSettings;
import dev.eventmanager.rabbit.consume.QueueConsumers;
import dev.eventmanager.rabbit.message.EventMessageReader;
import dev.eventmanager.rabbit.topology.Topology;
import dev.eventmanager.rabbit.topology.TopologyDeclarer;
import dev.eventmanager.shop.order.OrderEvents;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
import org.openjdk.jmh.annotations.TearDown;

/**
 * From a delivery of the client to its acknowledgement, as fast as the prefetch allows; reading the
 * properties is part of it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HandOverBenchmark {

  private static final String QUEUE = "billing_order";
  private static final String ROUTING_KEY = "order.v2.submit";
  private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

  /** What the deliveries go to. */
  public enum To {
    /** Something that is done with each at once: the lane and the acknowledgement alone. */
    NOTHING,
    /** A handler that does nothing, by all that a service without a database puts before it. */
    HANDLER
  }

  @Param
  To to = To.NOTHING;

  @Param({"1", "1000"})
  int keys = 1;

  private final EventCodec codec = new EventCodec(EventCatalogue.of(OrderEvents.SUBMIT));
  private final byte[] body = codec.encode(OrderEvents.SUBMIT, SampleOrders.order());
  private final DeliveringBroker broker =
      new DeliveringBroker(ConsumerSettings.standard().prefetch());
  private final Service service = new Service(QUEUE, codec);
  private final QueueConsumers consumers = new QueueConsumers(
      QUEUE,
      broker.connections(),
      new TopologyDeclarer(broker.connections(), Topology.builder().queue(QUEUE).build()),
      new EventMessageReader(codec, EventIds.uuidV7(), Clock.systemUTC(), part -> {}),
      delivery -> to == To.NOTHING ? DONE : service.processor().process(delivery),
      ConsumerSettings.standard());
  private List<BasicProperties> properties = List.of();
  private long tag = 0;

  /** One event a key. */
  @Setup
  public void start() {
    properties = IntStream.range(0, keys)
        .mapToObj(key -> SampleOrders.arrived(SampleOrders.metadata(ROUTING_KEY, "order-" + key)))
        .toList();
    consumers.start();
  }

  @TearDown
  public void stop() {
    consumers.close();
    service.close();
  }

  @Benchmark
  public void delivery() throws IOException, InterruptedException {
    broker.takeRoom();
    tag++;
    BasicProperties next = properties.get((int) (tag % keys));
    Envelope envelope = new Envelope(tag, false, "order", ROUTING_KEY);
    Consumer consumer = broker.consumer();
    consumer.handleDelivery("", envelope, next, body);
  }
}
