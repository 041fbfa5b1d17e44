package dev.eventmanager.local;

import dev.eventmanager.local.process.ServiceSpec;
import java.time.Duration;
import java.util.List;

/** Says nothing: what the services print is in their logs. */
public final class Silence implements ShopListener {

  @Override
  public void ready(String part, String address, String description) {}

  @Override
  public void printed(String service, String line) {}

  @Override
  public void waiting(List<String> services) {}

  @Override
  public void healthy(ServiceSpec service, Duration startedAfter) {}

  @Override
  public void ended(ServiceSpec service, int exitStatus, Duration restartAfter) {}
}
