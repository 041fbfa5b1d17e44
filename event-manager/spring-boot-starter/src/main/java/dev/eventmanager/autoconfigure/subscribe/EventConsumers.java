package dev.eventmanager.autoconfigure.subscribe;

import dev.eventmanager.autoconfigure.Phases;
import dev.eventmanager.autoconfigure.startup.StartUpException;
import dev.eventmanager.autoconfigure.topology.ServiceRouting;
import dev.eventmanager.handling.Attempts;
import dev.eventmanager.handling.DeliveryProcessor;
import dev.eventmanager.handling.Pauses;
import dev.eventmanager.handling.Subscription;
import dev.eventmanager.handling.Subscriptions;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.consume.ConsumerStatus;
import dev.eventmanager.rabbit.consume.QueueConsumers;
import dev.eventmanager.rabbit.topology.Topology;
import dev.eventmanager.rabbit.topology.TopologyDeclarer;
import dev.eventmanager.rabbit.topology.TopologyException;
import dev.eventmanager.rabbit.topology.TopologyKeeper;
import dev.eventmanager.rabbit.topology.TopologyProblem;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Checks what the service subscribes to, reports it, and consumes its queues until the service
 * stops. Thread-safe.
 */
public final class EventConsumers implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(EventConsumers.class);

  private final Supplier<Subscriptions> subscriptions;
  private final ServiceTopology topology;
  private final ConsumerFactory factory;
  private final HeldKeys heldKeys;
  private final StartUpReport report;
  private final Pauses pauses;
  private final ServiceRouting routing;
  private final Optional<SqsQueues> sqs;
  private volatile List<QueueConsumers> consumers = List.of();
  private volatile @Nullable TopologyKeeper keeper;
  private volatile boolean running = false;

  EventConsumers(
      Supplier<Subscriptions> subscriptions,
      ServiceTopology topology,
      ConsumerFactory factory,
      HeldKeys heldKeys,
      StartUpReport report,
      Pauses pauses,
      ServiceRouting routing,
      Optional<SqsQueues> sqs) {
    this.subscriptions = subscriptions;
    this.topology = topology;
    this.factory = factory;
    this.heldKeys = heldKeys;
    this.report = report;
    this.pauses = pauses;
    this.routing = routing;
    this.sqs = sqs;
  }

  /**
   * Starts to consume.
   *
   * @throws StartUpException if the service cannot work as it stands
   */
  @Override
  public void start() {
    Subscriptions handled = subscriptions.get();
    Subscriptions onTheBroker = handled.from(Subscription.Source.BROKER);
    Subscriptions inSqs = handled.from(Subscription.Source.SQS);
    Topology declared = topology.of(onTheBroker);
    routing.declares(declared);
    TopologyDeclarer declarer = topology.declarer(declared);
    if (declare(declarer)) {
      routing.check();
    }
    report.of(handled).ifPresent(LOG::info);
    Attempts handling = factory.attempts(handled);
    DeliveryProcessor processor = factory.processor(handling);
    sqsQueues(inSqs).ifPresent(each -> each.start(inSqs, processor));
    consumers = factory.consumers(onTheBroker, declarer, processor);
    consumers.forEach(QueueConsumers::start);
    heldKeys.start(handled.queues(), handling);
    keeper = TopologyKeeper.keep(declarer);
    running = true;
  }

  /**
   * Stops taking from all queues, finishes what is in hand, acknowledges it, and lets go. What waits
   * for the end of a pause is left to the broker at once.
   */
  @Override
  public void stop() {
    if (keeper != null) {
      keeper.close();
    }
    consumers.forEach(QueueConsumers::pause); // all drain at once
    sqs.ifPresent(SqsQueues::pause);
    heldKeys.pause();
    pauses.giveUpWaiting();
    consumers.forEach(QueueConsumers::close);
    sqs.ifPresent(SqsQueues::close);
    heldKeys.close();
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
    return Stream.concat(
            consumers.stream().map(QueueConsumers::status),
            sqs.stream().flatMap(each -> each.status().stream()))
        .toList();
  }

  private Optional<SqsQueues> sqsQueues(Subscriptions wanted) {
    if (sqs.isEmpty() && !wanted.queues().isEmpty()) {
      throw new StartUpException(List.of(
          "the service handles events of the SQS queues %s, but has no way to SQS; add the dependency dev.eventmanager:event-manager-sqs"
              .formatted(wanted.queues())));
    }
    return sqs;
  }

  /** A broker that is away is no reason not to start: consumers and publisher wait for it. */
  private static boolean declare(TopologyDeclarer declarer) {
    try {
      declarer.declare();
      return true;
    } catch (TopologyException misfit) {
      throw new StartUpException(
          misfit.problems().stream().map(TopologyProblem::toString).toList());
    } catch (RuntimeException unreachable) {
      LOG.warn(
          "Starting without the broker, connecting as soon as possible: {}",
          BrokerConnections.reasonOf(unreachable));
      return false;
    }
  }
}
