package dev.eventmanager.bridge.operate;

import dev.eventmanager.autoconfigure.operate.GuardedController;
import dev.eventmanager.autoconfigure.operate.Problem;
import dev.eventmanager.bridge.verify.VerificationRequest;
import dev.eventmanager.bridge.verify.Verifications;
import dev.eventmanager.bridge.verify.VerifiedRoute;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Compares both sides of a route. */
@RestController
@RequestMapping(BridgeEndpoint.PATH + "/verifications")
final class VerificationsController implements GuardedController {

  private static final int LARGEST_PAGE = 1_000;

  private final VerifiableRoutes routes;
  private final Verifications verifications;
  private final Clock clock;
  private final Permission permission;

  VerificationsController(
      VerifiableRoutes routes, Verifications verifications, Clock clock, Permission permission) {
    this.routes = routes;
    this.verifications = verifications;
    this.clock = clock;
    this.permission = permission;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  VerificationView begin(@RequestBody VerificationBody body) {
    permission.requireChanges();
    VerificationRequest asked = body.read(clock.instant());
    return VerificationView.of(verifications.begin(route(body), asked), 0, LARGEST_PAGE);
  }

  private VerifiedRoute route(VerificationBody body) {
    var route = routes.byName().get(String.valueOf(body.route()));
    if (route == null) {
      throw Problem.notFound(
          "No stream is kept of what was published for route \"%s\". Set bridge.routes[].audit, such as 7d, to keep one. Routes with one: %s.",
          String.valueOf(body.route()),
          routes.byName().isEmpty() ? "none" : String.join(", ", routes.byName().keySet()));
    }
    return route;
  }

  /** How far it is and, once it is done, its findings, a page at a time. */
  @GetMapping("/{id}")
  VerificationView show(@PathVariable String id, @RequestParam(defaultValue = "0") int after) {
    return verifications
        .find(id)
        .map(verification -> VerificationView.of(verification, Math.max(0, after), LARGEST_PAGE))
        .orElseThrow(() -> Problem.notFound(
            "There is no verification %s: the last few are remembered until this instance ends.",
            id));
  }
}
