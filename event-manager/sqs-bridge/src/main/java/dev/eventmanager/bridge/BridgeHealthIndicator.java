package dev.eventmanager.bridge;

import dev.eventmanager.bridge.route.RouteStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Up while events flow on every route; tells for each what it waits for and what is parked. */
@Component
class BridgeHealthIndicator extends AbstractHealthIndicator {

  private final Bridge bridge;
  private final Clock clock;

  BridgeHealthIndicator(Bridge bridge, Clock clock) {
    super("The routes cannot be asked how they are doing");
    this.bridge = bridge;
    this.clock = clock;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    var routes = bridge.status();
    health.status(
        bridge.isRunning() && routes.stream().allMatch(RouteStatus::isFlowing)
            ? Status.UP
            : Status.DOWN);
    routes.forEach(route -> health.withDetail(route.route().target(), details(route)));
  }

  private Map<String, Object> details(RouteStatus status) {
    var details = new LinkedHashMap<String, Object>();
    details.put("queue", status.route().queue());
    details.put("consumer", status.consumer().state());
    details.put("unresolved", status.mirror().unresolved());
    details.put("parked", status.parked());
    status
        .mirror()
        .oldest()
        .ifPresent(
            t -> details.put("oldest", Duration.between(t, clock.instant()).toString()));
    status.mirror().trouble().ifPresent(trouble -> details.put("waitsFor", trouble));
    return details;
  }
}
