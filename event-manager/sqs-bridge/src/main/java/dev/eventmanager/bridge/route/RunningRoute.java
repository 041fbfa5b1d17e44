package dev.eventmanager.bridge.route;

import dev.eventmanager.bridge.mirror.MirrorParking;
import dev.eventmanager.bridge.mirror.SqsMirror;
import dev.eventmanager.rabbit.consume.ConsumerSettings;
import dev.eventmanager.rabbit.consume.QueueConsumers;
import dev.eventmanager.rabbit.topology.TopologyDeclarer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A route at work, from its start to its close. Thread-safe. */
public final class RunningRoute implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunningRoute.class);

  private final Route route;
  private final SqsMirror mirror;
  private final QueueConsumers consumer;
  private final ParkedKeys parked;

  private RunningRoute(Route route, SqsMirror mirror, QueueConsumers consumer, ParkedKeys parked) {
    this.route = route;
    this.mirror = mirror;
    this.consumer = consumer;
    this.parked = parked;
  }

  /**
   * Declares the route's topology and consumes.
   *
   * @param mirrors makes a mirror that parks where it is told
   * @throws RuntimeException if the broker cannot be reached or does not take the topology
   */
  public static RunningRoute start(
      Route route,
      Broker broker,
      ConsumerSettings settings,
      Function<MirrorParking, SqsMirror> mirrors) {
    var topology = new TopologyDeclarer(broker.connections(), route.topology());
    topology.declare();
    var parked = new ParkedKeys(broker, route.queue());
    var mirror = mirrors.apply(parked);
    var consumer = new QueueConsumers(
        route.queue(),
        broker.connections(),
        topology,
        broker.reader(),
        new TakeOver(mirror, parked::read),
        settings);
    LOG.info("Mirroring {}", route);
    return new RunningRoute(route, mirror, consumer.start(), parked);
  }

  /** How it is doing; asks the broker. */
  public RouteStatus status() {
    return new RouteStatus(route, consumer.status(), mirror.status(), parked.count());
  }

  /** Takes no more events, waits for those in hand within the drain timeout, and lets go. */
  @Override
  public void close() {
    consumer.close();
    mirror.close();
  }
}
