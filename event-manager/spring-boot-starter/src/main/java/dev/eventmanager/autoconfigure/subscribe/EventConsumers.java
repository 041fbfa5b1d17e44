package dev.eventmanager.autoconfigure.subscribe;

import dev.eventmanager.autoconfigure.Phases;
import dev.eventmanager.autoconfigure.startup.StartUpException;
import dev.eventmanager.handling.Subscriptions;
import dev.eventmanager.rabbit.consume.ConsumerStatus;
import dev.eventmanager.rabbit.consume.QueueConsumer;
import dev.eventmanager.rabbit.topology.TopologyDeclarer;
import dev.eventmanager.rabbit.topology.TopologyException;
import dev.eventmanager.rabbit.topology.TopologyProblem;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Checks what the service subscribes to, reports it, and consumes its queues until the service
 * stops. Thread-safe.
 */
public final class EventConsumers implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(EventConsumers.class);

  private final SubscriptionFinder finder;
  private final ServiceTopology topology;
  private final ConsumerFactory factory;
  private final StartUpReport report;
  private volatile List<QueueConsumer> consumers = List.of();
  private volatile boolean running = false;

  EventConsumers(
      SubscriptionFinder finder,
      ServiceTopology topology,
      ConsumerFactory factory,
      StartUpReport report) {
    this.finder = finder;
    this.topology = topology;
    this.factory = factory;
    this.report = report;
  }

  /**
   * Starts to consume.
   *
   * @throws StartUpException if the service cannot work as it stands
   */
  @Override
  public void start() {
    Subscriptions subscriptions = finder.find();
    TopologyDeclarer declarer = topology.of(subscriptions);
    declare(declarer);
    LOG.info("{}", report.of(subscriptions));
    consumers = factory.consumers(subscriptions, declarer);
    consumers.forEach(QueueConsumer::start);
    running = true;
  }

  /** Stops taking from all queues, finishes what is in hand, acknowledges it, and lets go. */
  @Override
  public void stop() {
    consumers.forEach(QueueConsumer::pause); // all drain at once
    consumers.forEach(QueueConsumer::close);
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Phases.CONSUMERS;
  }

  /** How each consumer is doing, for health and metrics. */
  public List<ConsumerStatus> status() {
    return consumers.stream().map(QueueConsumer::status).toList();
  }

  /** A broker that is away is no reason not to start: consumers and publisher wait for it. */
  private static void declare(TopologyDeclarer declarer) {
    try {
      declarer.declare();
    } catch (TopologyException misfit) {
      throw new StartUpException(
          misfit.problems().stream().map(TopologyProblem::toString).toList());
    } catch (RuntimeException unreachable) {
      LOG.warn(
          "The broker cannot be reached ({}); starting without it and connecting as soon as it is there. If it should be there, check spring.rabbitmq.*",
          unreachable.getMessage());
    }
  }
}
