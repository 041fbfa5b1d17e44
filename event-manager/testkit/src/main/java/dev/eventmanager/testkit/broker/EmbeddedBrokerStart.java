package dev.eventmanager.testkit.broker;

import org.apache.qpid.server.SystemLauncherListener;
import org.apache.qpid.server.logging.NullMessageLogger;
import org.apache.qpid.server.model.Broker;
import org.apache.qpid.server.model.SystemConfig;
import org.jspecify.annotations.Nullable;

/**
 * Sees the embedded broker come up, since its launcher neither hands out what it started nor throws
 * what went wrong; and silences its operational log, a line for each connection, channel and queue.
 */
final class EmbeddedBrokerStart extends SystemLauncherListener.DefaultSystemLauncherListener {
  private @Nullable SystemConfig<?> system;
  private @Nullable RuntimeException failure;

  @Override
  public void onContainerResolve(SystemConfig<?> resolved) {
    system = resolved;
    resolved.getEventLogger().setMessageLogger(new NullMessageLogger());
  }

  @Override
  public void errorOnStartup(RuntimeException e) {
    failure = e;
  }

  @SuppressWarnings("unchecked") // the raw type is the broker's own
  Broker<?> broker() {
    if (failure != null || system == null) {
      throw new BrokerUnavailableException("the embedded broker did not start", failure);
    }
    return system.getContainer(Broker.class);
  }
}
