package dev.eventmanager.bridge.reverse;

import dev.eventmanager.bridge.operate.Operable;
import dev.eventmanager.bridge.operate.OperatedStatus;
import dev.eventmanager.bridge.operate.OperatedStatus.State;
import java.util.Optional;

/**
 * A route from SQS as its operators see it. Stopped or drained, it finishes what is on its way to
 * RabbitMQ and gives the rest back to SQS.
 */
record OperatedReverseRoute(ReverseRoute route) implements Operable {

  static final String KIND = "reverse:";

  @Override
  public OperatedStatus status() {
    var status = route.status();
    return new OperatedStatus(
        KIND + route.queue(),
        route.queue(),
        route.exchange().orElse("the exchange of each event"),
        state(status),
        status.trouble().or(() -> whatTheConsumerLacks(status)),
        route.depth(),
        status.consumer().inHand(),
        Optional.empty(),
        0,
        0);
  }

  private static Optional<String> whatTheConsumerLacks(ReverseStatus status) {
    return state(status) == State.CONNECTING ? status.consumer().lastProblem() : Optional.empty();
  }

  private static State state(ReverseStatus status) {
    return switch (status.consumer().state()) {
      case CONSUMING -> status.isFlowing() ? State.FLOWING : State.WAITING;
      case CONNECTING -> State.CONNECTING;
      case DRAINING -> State.DRAINING;
      case PAUSED, CLOSED -> State.STOPPED;
    };
  }

  @Override
  public void stop() {
    route.pause();
  }

  @Override
  public void drain() {
    route.pause();
  }

  @Override
  public void start() {
    route.resume();
  }
}
