package dev.eventmanager.autoconfigure.subscribe;

import dev.eventmanager.handling.DeliveryProcessor;
import dev.eventmanager.handling.Subscriptions;
import dev.eventmanager.rabbit.consume.ConsumerStatus;
import java.util.List;

/** Consumes the queues of a service that stand in SQS. Thread-safe. */
public interface SqsQueues {

  /**
   * Begins to consume. An SQS that is away is no reason not to.
   *
   * @param subscriptions those of queues in SQS; perhaps none
   * @param handling gets what one of them takes
   * @throws dev.eventmanager.autoconfigure.startup.StartUpException if a queue is missing, or may
   *     not be used
   */
  void start(Subscriptions subscriptions, DeliveryProcessor handling);

  /** Takes nothing more, and gives back what waits. Returns at once. */
  void pause();

  /** As {@link #pause}, and finishes what is in hand within the limit of the settings. */
  void close();

  /** How each consumer is doing, for health and metrics. */
  List<ConsumerStatus> status();
}
