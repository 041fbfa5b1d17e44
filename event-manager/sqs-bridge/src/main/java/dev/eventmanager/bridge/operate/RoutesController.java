package dev.eventmanager.bridge.operate;

import dev.eventmanager.autoconfigure.operate.GuardedController;
import dev.eventmanager.autoconfigure.operate.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows, stops, drains and starts the routes of this instance. */
@RestController
@RequestMapping(BridgeEndpoint.PATH)
final class RoutesController implements GuardedController {

  private static final Logger LOG = LoggerFactory.getLogger(RoutesController.class);

  private final List<OperableRoutes> kinds;
  private final MeterRegistry registry;
  private final Clock clock;
  private final Permission permission;

  RoutesController(
      List<OperableRoutes> kinds, MeterRegistry registry, Clock clock, Permission permission) {
    this.kinds = kinds;
    this.registry = registry;
    this.clock = clock;
    this.permission = permission;
  }

  /** Which route, by its name; all if nothing is said. */
  record WhichBody(@Nullable String route) {}

  /** Routes, and how they do. */
  record Routes(List<RouteView> routes) {}

  @GetMapping
  Routes status() {
    return view(all());
  }

  @PostMapping("/stop")
  ResponseEntity<Routes> stop(@RequestBody WhichBody which) {
    return act("stop", which, Operable::stop);
  }

  @PostMapping("/drain")
  ResponseEntity<Routes> drain(@RequestBody WhichBody which) {
    return act("drain", which, Operable::drain);
  }

  @PostMapping("/start")
  ResponseEntity<Routes> start(@RequestBody WhichBody which) {
    return act("start", which, Operable::start);
  }

  /** Accepted rather than done as long as something is in hand. */
  private ResponseEntity<Routes> act(String what, WhichBody which, Consumer<Operable> action) {
    permission.requireChanges();
    var routes = named(which.route());
    LOG.info("An operator asks to {} {}", what, which.route() == null ? "all" : which.route());
    routes.forEach(action);
    var after = view(routes);
    var busy = after.routes().stream().anyMatch(r -> r.state() == OperatedStatus.State.DRAINING);
    return ResponseEntity.status(busy ? HttpStatus.ACCEPTED : HttpStatus.OK).body(after);
  }

  private List<? extends Operable> named(@Nullable String route) {
    var named = all().stream()
        .filter(each -> route == null || each.status().route().equals(route))
        .toList();
    if (named.isEmpty()) {
      throw Problem.notFound(
          "There is no route \"%s\". There are: %s.",
          String.valueOf(route),
          String.join(", ", all().stream().map(each -> each.status().route()).toList()));
    }
    return named;
  }

  private List<? extends Operable> all() {
    return kinds.stream().flatMap(kind -> kind.operable().stream()).toList();
  }

  private Routes view(List<? extends Operable> routes) {
    var now = clock.instant();
    return new Routes(routes.stream()
        .map(route -> RouteView.of(route.status(), registry, now))
        .toList());
  }

  /** Else the port would answer, which says nothing of what there is. */
  @RequestMapping("/**")
  void nothing(HttpServletRequest request) {
    throw Problem.notFound(
        "There is nothing to %s at %s. Below the endpoint there are POST /stop, POST /drain, POST /start, POST /verifications and GET /verifications/{id}.",
        request.getMethod(), request.getRequestURI());
  }
}
