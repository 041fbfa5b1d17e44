package dev.eventmanager.bridge.mirror;

import dev.eventmanager.bridge.mapping.MessageMapping;
import dev.eventmanager.bridge.queue.FifoQueue;
import dev.eventmanager.handling.Delivery;
import dev.eventmanager.handling.DeliveryProcessor;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * Mirrors deliveries to one SQS FIFO queue. Thread-safe.
 *
 * <ul>
 *   <li>Order: at most one event of a message group is unresolved at SQS, so events of one ordering
 *       key get there in the order in which they were handed over, whatever fails on the way.
 *   <li>Delivery: a delivery completes once SQS accepted its event, or once the event is parked
 *       because SQS will never take it; later events of its key are then parked behind it. Failures
 *       that are not the event's own are waited out, however long they last.
 *   <li>Copies: an event is sent again under the same deduplication id, so SQS keeps one, unless an
 *       attempt with an unknown outcome is older than SQS remembers. That is logged and counted as
 *       in doubt.
 * </ul>
 */
public final class SqsMirror implements DeliveryProcessor, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SqsMirror.class);

  private final MessageMapping mapping = new MessageMapping();
  private final Lanes lanes = new Lanes();
  private final Loop loop;
  private final Batches batches;
  private final Parking parking;
  private final MirrorMeters meters;
  private final FifoQueue queue;
  private final Clock clock;

  private volatile MirrorStatus status = MirrorStatus.idle();

  /**
   * A mirror to a queue. Closing it closes neither the client nor the parked events.
   *
   * @param parked asked for every event whether its key is parked, on the thread that sends
   */
  public SqsMirror(
      SqsAsyncClient sqs,
      FifoQueue queue,
      MirrorParking parked,
      MirrorSettings settings,
      MeterRegistry registry,
      Clock clock) {
    this.queue = queue;
    this.clock = clock;
    this.parking = new Parking(parked, "parking-" + queue.name(), clock);
    this.meters = new MirrorMeters(registry, queue.name(), this::status, clock);
    this.loop = new Loop("mirror-" + queue.name(), this::noteStatus);
    this.batches = new Batches(sqs, queue, new Resolved(), loop, settings, meters, clock);
  }

  @Override
  public CompletableFuture<Void> process(Delivery delivery) {
    var done = new CompletableFuture<Void>();
    var message = mapping.toMessage(delivery.event());
    var entry = new Entry(delivery, message, done, clock.instant());
    if (!loop.run(() -> take(entry))) {
      entry.complete(closed());
    }
    return done;
  }

  /** What it is at; a moment old. */
  public MirrorStatus status() {
    return status;
  }

  /** Gives up what is unresolved: those deliveries complete exceptionally. */
  @Override
  public void close() {
    loop.close(() -> lanes.clear().forEach(entry -> entry.complete(closed())));
    parking.close();
  }

  private void take(Entry entry) {
    if (lanes.add(entry)) {
      begin(entry);
    }
  }

  /** It is the first of its group now. */
  private void begin(Entry entry) {
    if (parking.holdsKeyOf(entry)) {
      parked(entry, parking.parkBehind(entry));
    } else if (entry.size() > queue.maximumMessageSize()) {
      refuse(
          entry,
          "with its attributes it has %,d bytes, and the SQS queue %s takes at most %,d"
              .formatted(entry.size(), queue.name(), queue.maximumMessageSize()));
    } else {
      batches.offer(entry);
    }
  }

  private void refuse(Entry entry, String why) {
    LOG.error("{} is parked, and its key's later events behind it: {}", entry, why);
    parked(entry, parking.parkRefused(entry, why));
  }

  private void parked(Entry entry, CompletableFuture<Void> parked) {
    parked.whenComplete((kept, failure) -> loop.run(() -> resolve(entry, failure)));
    parked.thenRun(meters::parked);
  }

  private void resolve(Entry entry, @Nullable Throwable failure) {
    entry.complete(failure);
    lanes.remove(entry).ifPresent(this::begin);
  }

  private void noteStatus() {
    var gate = batches.gate();
    status = new MirrorStatus(lanes.size(), lanes.oldest(), gate.inFlight(), gate.trouble());
  }

  private IllegalStateException closed() {
    return new IllegalStateException("The mirror to %s is closed".formatted(queue.name()));
  }

  /** What the end of the attempts means for an entry's group. */
  private final class Resolved implements Resolution {

    @Override
    public void accepted(Entry entry) {
      meters.sent();
      resolve(entry, null);
    }

    @Override
    public void refused(Entry entry, String why) {
      refuse(entry, why);
    }

    @Override
    public void takenBack(Entry entry) {
      resolve(entry, new LostDeliveryException(entry.delivery()));
    }
  }
}
