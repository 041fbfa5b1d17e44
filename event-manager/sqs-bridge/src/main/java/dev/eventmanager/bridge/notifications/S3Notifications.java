package dev.eventmanager.bridge.notifications;

import dev.eventmanager.bridge.notifications.NotificationsStatus.Work;
import dev.eventmanager.jdbc.outbox.OutboxRelay;
import dev.eventmanager.jdbc.outbox.OutboxStatus;
import dev.eventmanager.jdbc.outbox.OutboxTransport;
import dev.eventmanager.jdbc.outbox.RelaySettings;
import dev.eventmanager.rabbit.connection.NamedThreads;
import dev.eventmanager.sqs.queue.QueueDepth;
import dev.eventmanager.transport.EventTransport;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * Takes what S3 tells from standard SQS queues, at least once and in any order, and publishes it as
 * events of the exchange {@code s3}. Thread-safe.
 *
 * <p><b>Once.</b> A message is deleted once the database has what it tells. A copy has the same event
 * id, and is known for as long as SQS may bring one.
 *
 * <p><b>Order.</b> Of one object, what S3 gave a sequencer is published in the order of sequencers. A
 * notification waits for earlier ones as long as its source says ({@link NotificationSource#settle});
 * what comes after something newer is published as {@code s3.v1.late}. What has no sequencer goes in
 * between by its time.
 *
 * <p><b>Instances.</b> Any number of them share queues and database: an object is released by one at
 * a time, under its row's lock, into the outbox, from where a relay publishes, confirmed and
 * mandatory. An object whose next event no queue takes holds back its own events alone.
 *
 * <p><b>Memory.</b> A batch of ten for each thread that receives, and what the release and the relay
 * have in hand. Where very much waits in the database, nothing more is taken from SQS.
 */
final class S3Notifications implements AutoCloseable {

  /** While one of them writes to the database, the other asks SQS. */
  private static final int INTAKES_A_QUEUE = 2;

  private static final int HELD_OBJECTS_TOLD = 10;
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  private final List<Source> sources;
  private final SqsAsyncClient sqs;
  private final StopSignal stop = new StopSignal();
  private final List<Intake> intakes = new ArrayList<>();
  private final ReleaseLoop release;
  private final OutboxRelay relay;
  private final OutboxStatus outbox;
  private final List<Thread> threads = new ArrayList<>();

  private S3Notifications(
      List<Source> sources,
      SqsAsyncClient sqs,
      DataSource database,
      EventTransport broker,
      Names names,
      MeterRegistry registry) {
    this.sources = sources;
    this.sqs = sqs;
    var store = new NotificationStore(database);
    var meters = new NotificationMeters(registry);
    outbox = new OutboxStatus(database);
    relay = new OutboxRelay(database, broker, RelaySettings.defaults(), names.relay());
    var events = new ObjectEvents(names.source());
    var stored = new OutboxTransport(database, relay, broker);
    release = new ReleaseLoop(
        new Release(database, events, stored, meters),
        store,
        outbox,
        () -> longestRetention(sources),
        stop);
    meters.gaugeWaiting(release::waiting);
    for (var source : sources) {
      for (int i = 0; i < INTAKES_A_QUEUE; i++) {
        intakes.add(new Intake(source, sqs, store, release::isRoomLeft, meters, stop));
      }
    }
    threads.add(new NamedThreads("s3-release").newThread(release));
    var intakeThreads = new NamedThreads("s3-intake");
    intakes.forEach(each -> threads.add(intakeThreads.newThread(each)));
  }

  /**
   * Who publishes.
   *
   * @param source the service, as subscribers are told
   * @param relay unique among the instances that share the database
   */
  record Names(String source, String relay) {}

  /**
   * Checks the queues, and begins. An SQS that is away is waited for.
   *
   * @param database has the library's tables and the bridge's
   * @param broker where the events go; not closed with this
   * @throws dev.eventmanager.sqs.connection.UnusableException if a queue is missing, may not be
   *     asked or is a FIFO queue
   */
  static S3Notifications start(
      List<NotificationSource> sources,
      SqsAsyncClient sqs,
      DataSource database,
      EventTransport broker,
      Names names,
      MeterRegistry registry) {
    var check = new SourceQueues(sqs);
    var queues = sources.stream().map(each -> new Source(each, check)).toList();
    for (var each : queues) {
      if (!each.check()) {
        break; // so that the start takes no longer
      }
    }
    var started = new S3Notifications(queues, sqs, database, broker, names, registry);
    started.relay.start();
    started.threads.forEach(Thread::start);
    return started;
  }

  /** How it is doing, for health. Asks the database. */
  NotificationsStatus status() {
    var held = outbox.waitingKeys(HELD_OBJECTS_TOLD).stream()
        .map(key -> "%s: %s".formatted(key.orderingKey(), key.lastError()))
        .toList();
    var inHand = release.inHand();
    return new NotificationsStatus(work(inHand), troubles(), release.waiting(), inHand, held);
  }

  private Work work(long inHand) {
    if (!stop.isAtRest()) {
      return Work.ALL;
    }
    var taking = intakes.stream().anyMatch(Intake::isTaking);
    return taking || (inHand > 0 && !release.isResting()) ? Work.DRAINING : Work.NONE;
  }

  /** The queues it takes from. */
  List<String> queues() {
    return sources.stream().map(each -> each.settings().queue()).toList();
  }

  /** How many messages wait in those queues, as SQS estimates; empty where it does not say. Asks it. */
  OptionalLong depth() {
    var depths = queues().stream().map(queue -> QueueDepth.of(sqs, queue)).toList();
    return depths.stream().allMatch(OptionalLong::isPresent)
        ? OptionalLong.of(depths.stream().mapToLong(OptionalLong::getAsLong).sum())
        : OptionalLong.empty();
  }

  /**
   * Takes nothing more, and leaves what waits in the database there. Returns at once; what SQS was
   * giving at this moment it gives again.
   */
  void stop() {
    release.rest(true);
    stop.rest();
  }

  /** Takes nothing more, and publishes what waits in the database. Returns at once. */
  void drain() {
    release.rest(false);
    stop.rest();
  }

  /** Goes on after {@link #stop} or {@link #drain}. */
  void resume() {
    release.rest(false);
    stop.goOn();
  }

  private Map<String, String> troubles() {
    var troubles = new LinkedHashMap<String, String>();
    intakes.forEach(
        each -> each.trouble().problem().ifPresent(problem -> troubles.put(each.name(), problem)));
    release.trouble().problem().ifPresent(problem -> troubles.put("release", problem));
    return troubles;
  }

  /** Takes nothing more, ends what is in hand, and leaves the rest in SQS and in the database. */
  @Override
  public void close() {
    stop.ask();
    threads.forEach(S3Notifications::awaitEnd);
    relay.close();
  }

  private static void awaitEnd(Thread thread) {
    try {
      TimeUnit.MILLISECONDS.timedJoin(thread, STOP_WITHIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Duration longestRetention(List<Source> sources) {
    return sources.stream().map(Source::retention).max(Duration::compareTo).orElse(Duration.ZERO);
  }
}
