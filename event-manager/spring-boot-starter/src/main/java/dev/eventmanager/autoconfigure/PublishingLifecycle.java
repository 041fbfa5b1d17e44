package dev.eventmanager.autoconfigure;

import dev.eventmanager.rabbit.publish.RabbitTransport;
import org.springframework.context.SmartLifecycle;

/**
 * Ends publishing after all that publishes has stopped, and before Spring closes the connection,
 * which would look like a loss of the broker.
 */
final class PublishingLifecycle implements SmartLifecycle {

  private final RabbitTransport transport;
  private volatile boolean running;

  PublishingLifecycle(RabbitTransport transport) {
    this.transport = transport;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    transport.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** What is closed cannot go on: a context that only pauses keeps publishing. */
  @Override
  public boolean isPauseable() {
    return false;
  }

  @Override
  public int getPhase() {
    return Phases.PUBLISHING;
  }
}
