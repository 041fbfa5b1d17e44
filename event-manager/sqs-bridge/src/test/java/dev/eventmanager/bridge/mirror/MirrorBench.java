package dev.eventmanager.bridge.mirror;

import dev.eventmanager.bridge.fixture.EmbeddedSqs;
import dev.eventmanager.bridge.fixture.Events;
import dev.eventmanager.bridge.fixture.FaultProxy;
import dev.eventmanager.bridge.fixture.ParkedInMemory;
import dev.eventmanager.bridge.fixture.QueueReader;
import dev.eventmanager.bridge.queue.FifoQueue;
import dev.eventmanager.bridge.queue.FifoQueues;
import dev.eventmanager.bridge.sqs.SqsConnection;
import dev.eventmanager.codec.EncodedEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * A mirror to an embedded SQS, with a fault proxy in between and a plain reader behind. SQS, proxy
 * and clients live as long as the bench; each test opens a queue of its own.
 */
final class MirrorBench implements AutoCloseable {

  private final AtomicInteger queues = new AtomicInteger();
  private final EmbeddedSqs sqs;
  private final SqsAsyncClient client;
  final FaultProxy proxy;
  final SqsAsyncClient plain;

  MirrorBench(EmbeddedSqs sqs) {
    this.sqs = sqs;
    this.plain = sqs.plainClient();
    this.proxy = FaultProxy.before(sqs.endpoint());
    this.client = connection(proxy).open();
  }

  Mirrored open(Clock clock) {
    proxy.heal();
    return new Mirrored("parcels-%d.fifo".formatted(queues.incrementAndGet()), clock);
  }

  @Override
  public void close() {
    client.close();
    proxy.close();
    plain.close();
    sqs.close();
  }

  private static SqsConnection connection(FaultProxy proxy) {
    return new SqsConnection(
        Optional.of(proxy.endpoint()),
        Optional.of("eu-west-1"),
        Optional.of(new SqsConnection.Credentials("test", "test")),
        Duration.ofSeconds(10));
  }

  /** Short waits, so that tests are quick; what they assert does not depend on them. */
  private static MirrorSettings settings() {
    return new MirrorSettings(
        Duration.ofMillis(20),
        8,
        Duration.ofMillis(10),
        Duration.ofMillis(200),
        Duration.ofMinutes(4));
  }

  /** A queue and its mirror. */
  final class Mirrored implements AutoCloseable {

    final FifoQueue queue;
    final ParkedInMemory parked = new ParkedInMemory();
    final SqsMirror mirror;
    final QueueReader reader;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private Mirrored(String name, Clock clock) {
      queue = new FifoQueues(plain, sqs.endpoint().toString()).open(name, true);
      mirror = new SqsMirror(client, queue, parked, settings(), meters, clock);
      reader = new QueueReader(plain, queue.url());
    }

    CompletableFuture<Void> mirror(EncodedEvent event) {
      return mirror.process(Events.delivery(event));
    }

    CompletableFuture<Void> mirror(List<EncodedEvent> events) {
      return CompletableFuture.allOf(
          events.stream().map(this::mirror).toArray(CompletableFuture[]::new));
    }

    double count(String meter) {
      return meters.get(meter).counter().count();
    }

    @Override
    public void close() {
      mirror.close();
    }
  }
}
