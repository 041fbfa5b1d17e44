package dev.eventmanager.autoconfigure;

import dev.eventmanager.rabbit.publish.RabbitTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Ends publishing after all that publishes has stopped, and before Spring closes the connection,
 * which would look like a loss of the broker.
 */
final class PublishingLifecycle
    implements SmartLifecycle, ApplicationContextAware, ApplicationListener<ContextClosedEvent> {

  private final RabbitTransport transport;
  private volatile @Nullable ApplicationContext context;
  private volatile boolean running;
  private volatile boolean closing;

  PublishingLifecycle(RabbitTransport transport) {
    this.transport = transport;
  }

  @Override
  public void setApplicationContext(ApplicationContext own) {
    context = own;
  }

  /** Comes before anything is stopped; those of child contexts come by here too. */
  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    closing = closing || event.getApplicationContext() == context;
  }

  @Override
  public void start() {
    running = true;
  }

  /** What is closed cannot go on: a context that is only stopped, to start again, keeps it. */
  @Override
  public void stop() {
    running = false;
    if (closing) {
      transport.close();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** A context that only pauses keeps publishing. */
  @Override
  public boolean isPauseable() {
    return false;
  }

  @Override
  public int getPhase() {
    return Phases.PUBLISHING;
  }
}
