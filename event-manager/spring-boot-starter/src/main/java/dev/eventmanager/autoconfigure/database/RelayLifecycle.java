package dev.eventmanager.autoconfigure.database;

import dev.eventmanager.autoconfigure.Phases;
import dev.eventmanager.jdbc.outbox.OutboxRelay;
import org.springframework.context.SmartLifecycle;

/** Runs the relay from before the first to after the last event that the service publishes. */
final class RelayLifecycle implements SmartLifecycle {

  private final OutboxRelay relay;

  RelayLifecycle(OutboxRelay relay) {
    this.relay = relay;
  }

  @Override
  public void start() {
    relay.start();
  }

  @Override
  public void stop() {
    relay.close();
  }

  @Override
  public boolean isRunning() {
    return relay.isRunning();
  }

  @Override
  public int getPhase() {
    return Phases.RELAY;
  }
}
