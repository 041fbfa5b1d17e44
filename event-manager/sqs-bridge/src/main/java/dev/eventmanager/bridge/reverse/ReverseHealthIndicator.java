package dev.eventmanager.bridge.reverse;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Up while every route from SQS brings its events to their exchange. */
class ReverseHealthIndicator extends AbstractHealthIndicator {

  private final ReverseRoutes routes;

  ReverseHealthIndicator(ReverseRoutes routes) {
    super("The routes from SQS cannot be asked how they are doing");
    this.routes = routes;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    var all = routes.status();
    health.status(all.stream().allMatch(ReverseStatus::isFlowing) ? Status.UP : Status.DOWN);
    all.forEach(route -> health.withDetail(route.consumer().queue(), details(route)));
  }

  private static Map<String, Object> details(ReverseStatus status) {
    var details = new LinkedHashMap<String, Object>();
    details.put("consumer", status.consumer().state());
    details.put("inHand", status.consumer().inHand());
    if (!status.isFlowing()) {
      status.consumer().lastProblem().ifPresent(problem -> details.put("problem", problem));
      status.trouble().ifPresent(trouble -> details.put("waitsFor", trouble));
    }
    return details;
  }
}
