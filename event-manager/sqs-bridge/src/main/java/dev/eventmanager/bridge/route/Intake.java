package dev.eventmanager.bridge.route;

import dev.eventmanager.bridge.mirror.Inflow;
import dev.eventmanager.rabbit.consume.QueueConsumers;

/**
 * What a route takes from the broker, as its operators and its mirror want it. What operators have
 * stopped no mirror takes up, and what they have drained is finished however long that takes.
 * Thread-safe.
 */
final class Intake implements Inflow {

  private final QueueConsumers consumers;
  private boolean stopped = false;
  private boolean draining = false;
  private boolean letGo = false;

  Intake(QueueConsumers consumers) {
    this.consumers = consumers;
  }

  /** Takes nothing, and gives back what cannot be finished soon, until {@link #resume}. */
  synchronized void stop() {
    stopped = true;
    draining = false;
    consumers.pause();
  }

  /** Takes nothing, and finishes what is in hand, until {@link #resume}. */
  synchronized void drain() {
    stopped = true;
    draining = !letGo;
    consumers.drain();
  }

  /** Takes again, as soon as the mirror does. */
  synchronized void resume() {
    stopped = false;
    draining = false;
    if (!letGo) {
      consumers.resume();
    }
  }

  @Override
  public synchronized boolean letGo() {
    if (draining) {
      return false;
    }
    letGo = true;
    consumers.pause();
    return true;
  }

  @Override
  public synchronized void takeUp() {
    letGo = false;
    if (!stopped) {
      consumers.resume();
    }
  }

  /** Whether operators want it so. */
  synchronized boolean isStopped() {
    return stopped;
  }
}
