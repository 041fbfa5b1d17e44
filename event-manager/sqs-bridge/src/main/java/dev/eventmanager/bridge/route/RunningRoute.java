package dev.eventmanager.bridge.route;

import dev.eventmanager.bridge.mirror.SqsMirror;
import dev.eventmanager.handling.AttemptOutcome;
import dev.eventmanager.handling.Delivery;
import dev.eventmanager.handling.DeliveryAttempts;
import dev.eventmanager.handling.DeliveryProcessor;
import dev.eventmanager.handling.ParkedEvents;
import dev.eventmanager.rabbit.consume.QueueConsumers;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A route at work, from its start to its close. Thread-safe. */
public final class RunningRoute implements DeliveryAttempts, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunningRoute.class);

  private final Route route;
  private final SqsMirror mirror;
  private final QueueConsumers consumer;
  private final Intake intake;
  private final ParkedEvents parked;
  private final Supplier<OptionalLong> backlog;

  private RunningRoute(
      Route route,
      SqsMirror mirror,
      QueueConsumers consumer,
      Intake intake,
      ParkedEvents parked,
      Supplier<OptionalLong> backlog) {
    this.route = route;
    this.mirror = mirror;
    this.consumer = consumer;
    this.intake = intake;
    this.parked = parked;
    this.backlog = backlog;
  }

  /**
   * Consumes, as soon as the broker can be reached.
   *
   * @param mirror closed with the route
   * @param guard is put around the mirror
   * @param parked tell how many events of the route are kept
   */
  public static RunningRoute start(
      Route route,
      Broker broker,
      SqsMirror mirror,
      UnaryOperator<DeliveryProcessor> guard,
      ParkedEvents parked) {
    var consumer = new QueueConsumers(
        route.queue(),
        broker.connections(),
        broker.topology(),
        broker.reader(),
        guard.apply(mirror),
        broker.settings());
    var intake = new Intake(consumer);
    mirror.fedBy(intake);
    LOG.info("Mirroring {}", route);
    var queues = broker.topology().queuesOf(route.queue());
    return new RunningRoute(
        route,
        mirror,
        consumer.start(),
        intake,
        parked,
        () -> Backlog.of(broker.connections(), queues));
  }

  /** What goes where. */
  public Route route() {
    return route;
  }

  /** Sends what was kept of this route and is brought back; not while it is stopped. */
  @Override
  public CompletableFuture<AttemptOutcome> attempt(Delivery delivery, int attempt) {
    return intake.isStopped()
        ? CompletableFuture.completedFuture(new AttemptOutcome.NotOurs())
        : mirror.attempt(delivery, attempt);
  }

  /** How many events wait on the broker; empty where it does not say. Asks it. */
  public OptionalLong waiting() {
    return backlog.get();
  }

  /**
   * Takes no more events, and gives back to the broker what is not sent within the drain timeout.
   * Returns at once.
   */
  public void stop() {
    LOG.info("Stopping {}", route);
    intake.stop();
  }

  /** Takes no more events, and stops once all in hand are sent. Returns at once. */
  public void finish() {
    LOG.info("Draining {}", route);
    intake.drain();
  }

  /** Goes on after {@link #stop} or {@link #finish}; in a long outage as soon as it is over. */
  public void resume() {
    LOG.info("Mirroring {} again", route);
    intake.resume();
  }

  /** Whether operators have stopped or drained it. */
  public boolean isStopped() {
    return intake.isStopped();
  }

  /** How it is doing; asks the database. */
  public RouteStatus status() {
    return new RouteStatus(route, consumer.status(), mirror.status(), parked.count(route.queue()));
  }

  /** Takes no more events from the broker, and waits for those in hand within the drain timeout. */
  public void drain() {
    consumer.close();
  }

  /** Drains, and lets go. */
  @Override
  public void close() {
    drain();
    mirror.close();
  }
}
