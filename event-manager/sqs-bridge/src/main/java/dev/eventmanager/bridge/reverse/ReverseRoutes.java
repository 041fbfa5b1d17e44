package dev.eventmanager.bridge.reverse;

import dev.eventmanager.bridge.operate.OperableRoutes;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** The routes from SQS to exchanges, started and stopped with the process. */
class ReverseRoutes implements SmartLifecycle, OperableRoutes {

  private final List<ReverseSettings> settings;
  private final Supplier<RabbitTransport> connecting;
  private final BiFunction<ReverseSettings, RabbitTransport, ReverseRoute> opening;
  private final List<ReverseRoute> running = new CopyOnWriteArrayList<>();
  private @Nullable RabbitTransport transport;

  /**
   * Routes, not started yet.
   *
   * @param connecting opens a transport that all of them share
   * @param opening opens a queue and makes a route of it
   */
  ReverseRoutes(
      List<ReverseSettings> settings,
      Supplier<RabbitTransport> connecting,
      BiFunction<ReverseSettings, RabbitTransport, ReverseRoute> opening) {
    this.settings = settings;
    this.connecting = connecting;
    this.opening = opening;
  }

  /**
   * Every queue is checked before any route begins, so that nothing runs in a bridge that fails; none
   * further where SQS is away, which is waited for.
   */
  @Override
  public void start() {
    if (settings.isEmpty()) {
      return;
    }
    var shared = connecting.get();
    transport = shared;
    var routes = settings.stream().map(each -> opening.apply(each, shared)).toList();
    for (var route : routes) {
      if (!route.check()) {
        break;
      }
    }
    running.addAll(routes);
    running.forEach(ReverseRoute::start);
  }

  @Override
  public void stop() {
    running.forEach(ReverseRoute::pause); // all drain at once
    running.forEach(ReverseRoute::close);
    running.clear();
    if (transport != null) {
      transport.close();
    }
  }

  @Override
  public boolean isRunning() {
    return !running.isEmpty();
  }

  @Override
  public List<OperatedReverseRoute> operable() {
    return running.stream().map(OperatedReverseRoute::new).toList();
  }

  List<ReverseStatus> status() {
    return running.stream().map(ReverseRoute::status).toList();
  }
}
