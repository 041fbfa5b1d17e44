package dev.eventmanager.bridge;

import dev.eventmanager.bridge.RouteSettings.Routes;
import dev.eventmanager.bridge.mirror.MirrorSettings;
import dev.eventmanager.bridge.mirror.SqsMirror;
import dev.eventmanager.bridge.queue.FifoQueue;
import dev.eventmanager.bridge.queue.FifoQueues;
import dev.eventmanager.bridge.route.Broker;
import dev.eventmanager.bridge.route.Route;
import dev.eventmanager.bridge.route.RouteStatus;
import dev.eventmanager.bridge.route.RunningRoute;
import dev.eventmanager.rabbit.consume.ConsumerSettings;
import dev.eventmanager.rabbit.publish.RabbitTransport;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** All routes of this process, started and stopped with it. */
@Component
class Bridge implements SmartLifecycle {

  private final Routes routes;
  private final boolean createQueues;
  private final FifoQueues queues;
  private final SqsAsyncClient sqs;
  private final Broker broker;
  private final RabbitTransport parking;
  private final MirrorSettings mirrorSettings;
  private final ConsumerSettings consumerSettings;
  private final MeterRegistry registry;
  private final Clock clock;
  private final List<RunningRoute> running = new CopyOnWriteArrayList<>();

  /** The routes come first: whoever has none is told so before he is asked for a way to SQS. */
  Bridge(
      Routes routes,
      BridgeProperties properties,
      FifoQueues queues,
      SqsAsyncClient sqs,
      Broker broker,
      RabbitTransport parking,
      MirrorSettings mirrorSettings,
      ConsumerSettings consumerSettings,
      MeterRegistry registry,
      Clock clock) {
    this.routes = routes;
    this.createQueues = properties.sqs().createQueues();
    this.queues = queues;
    this.sqs = sqs;
    this.broker = broker;
    this.parking = parking;
    this.mirrorSettings = mirrorSettings;
    this.consumerSettings = consumerSettings;
    this.registry = registry;
    this.clock = clock;
  }

  /** Opens every SQS queue before any route begins, so that nothing runs in a bridge that fails. */
  @Override
  public void start() {
    var targets = routes.all().stream()
        .map(Route::target)
        .collect(Collectors.toMap(Function.identity(), this::open));
    routes.all().forEach(route -> running.add(start(route, targets)));
  }

  private FifoQueue open(String target) {
    return queues.open(target, createQueues);
  }

  private RunningRoute start(Route route, Map<String, FifoQueue> targets) {
    var target = Objects.requireNonNull(targets.get(route.target()), route::target);
    return RunningRoute.start(
        route,
        broker,
        consumerSettings,
        parked -> new SqsMirror(sqs, target, parked, mirrorSettings, registry, clock));
  }

  List<RouteStatus> status() {
    return running.stream().map(RunningRoute::status).toList();
  }

  /** Each route drains on its own time, so all at once; what parks goes last, connections later. */
  @Override
  public void stop() {
    running.parallelStream().forEach(RunningRoute::close);
    running.clear();
    parking.close();
  }

  @Override
  public boolean isRunning() {
    return !running.isEmpty();
  }
}
