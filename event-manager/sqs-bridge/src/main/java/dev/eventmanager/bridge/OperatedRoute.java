package dev.eventmanager.bridge;

import dev.eventmanager.bridge.operate.Operable;
import dev.eventmanager.bridge.operate.OperatedStatus;
import dev.eventmanager.bridge.operate.OperatedStatus.State;
import dev.eventmanager.bridge.route.RouteStatus;
import dev.eventmanager.bridge.route.RunningRoute;
import dev.eventmanager.rabbit.consume.ConsumerStatus;
import java.util.Optional;

/** A mirroring route as its operators see it. */
record OperatedRoute(RunningRoute route) implements Operable {

  @Override
  public OperatedStatus status() {
    var status = route.status();
    return new OperatedStatus(
        status.route().target(),
        status.route().queue(),
        status.route().target(),
        state(status),
        status.mirror().trouble().or(() -> whatTheConsumerLacks(status)),
        route.waiting(),
        status.mirror().unresolved(),
        status.mirror().oldest(),
        status.mirror().batchesInFlight(),
        status.parked());
  }

  private Optional<String> whatTheConsumerLacks(RouteStatus status) {
    return state(status) == State.CONNECTING ? status.consumer().lastProblem() : Optional.empty();
  }

  /** What was asked for counts at once, though the consumer may not have heard of it yet. */
  private State state(RouteStatus status) {
    return route.isStopped() ? stoppingState(status) : runningState(status);
  }

  private static State stoppingState(RouteStatus status) {
    return switch (status.consumer().state()) {
      case CONSUMING, CONNECTING, DRAINING -> State.DRAINING;
      case PAUSED, CLOSED -> State.STOPPED;
    };
  }

  /** In a long outage it takes nothing either, though nobody has stopped it. */
  private static State runningState(RouteStatus status) {
    if (status.mirror().trouble().isPresent()
        && status.consumer().state() != ConsumerStatus.State.CONNECTING) {
      return State.WAITING;
    }
    return switch (status.consumer().state()) {
      case CONSUMING -> State.FLOWING;
      case CONNECTING, DRAINING, PAUSED -> State.CONNECTING;
      case CLOSED -> State.STOPPED;
    };
  }

  @Override
  public void stop() {
    route.stop();
  }

  @Override
  public void drain() {
    route.finish();
  }

  @Override
  public void start() {
    route.resume();
  }
}
