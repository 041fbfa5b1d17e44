package dev.eventmanager.local.process;

import java.time.Duration;
import java.util.List;

/** Hears what becomes of the services; called from several threads at once. */
public interface ServiceListener {

  /** One line of a service's output. */
  void printed(String service, String line);

  /** Called again and again while these services are not healthy yet. */
  void waiting(List<String> services);

  void healthy(ServiceSpec service, Duration startedAfter);

  /** A service that had been healthy ended by itself, or was killed; it will be started again. */
  void ended(ServiceSpec service, int exitStatus, Duration restartAfter);
}
