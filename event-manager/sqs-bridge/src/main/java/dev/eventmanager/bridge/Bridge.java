package dev.eventmanager.bridge;

import dev.eventmanager.autoconfigure.Phases;
import dev.eventmanager.autoconfigure.access.OperationsNote;
import dev.eventmanager.bridge.RouteSettings.Routes;
import dev.eventmanager.bridge.operate.OperableRoutes;
import dev.eventmanager.bridge.route.Broker;
import dev.eventmanager.bridge.route.Route;
import dev.eventmanager.bridge.route.RouteStatus;
import dev.eventmanager.bridge.route.RunningRoute;
import dev.eventmanager.bridge.target.MirrorTarget;
import dev.eventmanager.bridge.target.Targets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** All routes of this process, started and stopped with it. */
@Component
class Bridge implements SmartLifecycle, OperableRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);

  private final Routes routes;
  private final Targets targets;
  private final RouteTopology topology;
  private final Broker broker;
  private final Mirrors mirrors;
  private final HeldGroups heldGroups;
  private final OperationsNote operations;
  private final List<RunningRoute> running = new CopyOnWriteArrayList<>();
  private volatile boolean started;

  /** The routes come first: whoever has none is told so before he is asked for a way to SQS. */
  Bridge(
      Routes routes,
      Targets targets,
      RouteTopology topology,
      Broker broker,
      Mirrors mirrors,
      HeldGroups heldGroups,
      OperationsNote operations) {
    this.routes = routes;
    this.targets = targets;
    this.topology = topology;
    this.broker = broker;
    this.mirrors = mirrors;
    this.heldGroups = heldGroups;
    this.operations = operations;
  }

  /** Opens every target before any route begins, so that nothing runs in a bridge that fails. */
  @Override
  public void start() {
    var opened = targets.open(routes.all().stream().map(Route::target).toList());
    topology.keep();
    routes.all().forEach(route -> running.add(start(route, opened)));
    heldGroups.start(running);
    started = true;
    LOG.info("Operations: {}", operations.text(true));
  }

  private RunningRoute start(Route route, Map<String, MirrorTarget> opened) {
    var target = Objects.requireNonNull(opened.get(route.target()), route::target);
    return RunningRoute.start(
        route,
        broker,
        mirrors.to(target),
        mirror -> mirrors.guard(route.target(), mirror),
        mirrors.parked());
  }

  List<RunningRoute> running() {
    return List.copyOf(running);
  }

  @Override
  public List<OperatedRoute> operable() {
    return running.stream().map(OperatedRoute::new).toList();
  }

  List<RouteStatus> status() {
    return running.stream().map(RunningRoute::status).toList();
  }

  /** Each route drains on its own time, so all at once; what is held shares their mirrors. */
  @Override
  public void stop() {
    topology.letGo();
    heldGroups.pause();
    running.parallelStream().forEach(RunningRoute::drain);
    heldGroups.close();
    running.forEach(RunningRoute::close);
    running.clear();
    started = false;
  }

  @Override
  public boolean isRunning() {
    return started;
  }

  /** After the consumers of the starter, which say that they declare nothing. */
  @Override
  public int getPhase() {
    return Phases.CONSUMERS + 1;
  }
}
