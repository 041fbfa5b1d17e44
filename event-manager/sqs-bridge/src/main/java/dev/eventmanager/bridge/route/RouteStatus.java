package dev.eventmanager.bridge.route;

import dev.eventmanager.bridge.mirror.MirrorStatus;
import dev.eventmanager.rabbit.consume.ConsumerStatus;

/**
 * How a route is doing.
 *
 * @param parked how many events are kept in the database: parked ones, and what waits behind them
 */
public record RouteStatus(Route route, ConsumerStatus consumer, MirrorStatus mirror, long parked) {

  /** Whether events get from one side to the other. */
  public boolean isFlowing() {
    return consumer.state() == ConsumerStatus.State.CONSUMING
        && mirror.trouble().isEmpty();
  }
}
