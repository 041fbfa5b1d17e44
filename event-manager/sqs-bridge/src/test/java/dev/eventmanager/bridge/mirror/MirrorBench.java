package dev.eventmanager.bridge.mirror;

import static dev.eventmanager.sqs.fixture.Events.event;

import dev.eventmanager.bridge.fixture.LedgerInMemory;
import dev.eventmanager.bridge.fixture.ParkedInMemory;
import dev.eventmanager.bridge.target.ClaimingTarget;
import dev.eventmanager.bridge.target.MirrorTarget;
import dev.eventmanager.bridge.target.SqsTarget;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.emulator.EmbeddedSqs;
import dev.eventmanager.emulator.FaultProxy;
import dev.eventmanager.emulator.QueueReader;
import dev.eventmanager.sqs.claim.ClaimStore;
import dev.eventmanager.sqs.connection.SqsConnection;
import dev.eventmanager.sqs.fixture.Events;
import dev.eventmanager.sqs.queue.FifoQueue;
import dev.eventmanager.sqs.queue.FifoQueues;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * A mirror to an embedded SQS, with a fault proxy in between and a plain reader behind. SQS, proxy
 * and clients live as long as the bench; each test opens a queue of its own.
 */
final class MirrorBench implements AutoCloseable {

  static final int MOST_BATCHES = 8;

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
    return open(queue -> new SqsTarget(client, queue), clock);
  }

  /** A mirror to whatever leads to its queue. */
  Mirrored open(Function<FifoQueue, MirrorTarget> target, Clock clock) {
    proxy.heal();
    return new Mirrored("parcels-%d.fifo".formatted(queues.incrementAndGet()), target, clock);
  }

  /** The queue behind the proxy, of which large bodies go to S3. */
  MirrorTarget claiming(FifoQueue queue, ClaimStore claims) {
    return new ClaimingTarget(new SqsTarget(client, queue), claims);
  }

  /** The queue, to which only so many batches may be under way. */
  MirrorTarget crowded(FifoQueue queue, int most, AtomicReference<CrowdedTarget> made) {
    made.set(new CrowdedTarget(new SqsTarget(client, queue), most));
    return made.get();
  }

  /** Interleaved: each key's first, then each key's second, and so on. */
  static List<EncodedEvent> events(int keys, int each) {
    var events = new ArrayList<EncodedEvent>();
    for (int number = 0; number < each; number++) {
      for (int key = 0; key < keys; key++) {
        events.add(event("key-" + key, key + "-" + number));
      }
    }
    return events;
  }

  static Map<String, List<String>> idsByKey(List<EncodedEvent> events) {
    return events.stream()
        .map(EncodedEvent::metadata)
        .collect(Collectors.groupingBy(
            m -> m.orderingKey(), Collectors.mapping(m -> m.id(), Collectors.toList())));
  }

  EmbeddedSqs sqs() {
    return sqs;
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
        MOST_BATCHES,
        Duration.ofMillis(10),
        Duration.ofMillis(200),
        5,
        Duration.ofMinutes(4),
        Duration.ofMinutes(5));
  }

  /** A queue and its mirror. */
  final class Mirrored implements AutoCloseable {

    final FifoQueue queue;
    final ParkedInMemory parked = new ParkedInMemory();
    final LedgerInMemory ledger;
    final SqsMirror mirror;
    final QueueReader reader;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private Mirrored(String name, Function<FifoQueue, MirrorTarget> target, Clock clock) {
      queue = new FifoQueues(plain, sqs.endpoint().toString()).open(name, true);
      ledger = new LedgerInMemory(parked, clock);
      mirror = new SqsMirror(target.apply(queue), parked, ledger, settings(), meters, clock);
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
