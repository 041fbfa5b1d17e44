package dev.eventmanager.rabbit.topology;

import java.util.Map;

/** The arguments queues are declared with; a queue keeps for life those it was born with. */
final class QueueArguments {

  private static final String SINGLE_ACTIVE_CONSUMER = "x-single-active-consumer";
  private static final String QUEUE_TYPE = "x-queue-type";
  private static final String DELIVERY_LIMIT = "x-delivery-limit";
  private static final String QUORUM = "quorum";

  /**
   * RabbitMQ 4 drops an event that came back 20 times if nothing is said, and every lost connection
   * counts. Attempts are counted and events parked by this library, so the broker's limit is put
   * out of the way, with a number that every version takes.
   */
  private static final int OUT_OF_THE_WAY = 1_000_000;

  private QueueArguments() {}

  static Map<String, Object> ofEventQueue(boolean rabbitMq) {
    return rabbitMq
        ? Map.of(QUEUE_TYPE, QUORUM, SINGLE_ACTIVE_CONSUMER, true, DELIVERY_LIMIT, OUT_OF_THE_WAY)
        : Map.of(SINGLE_ACTIVE_CONSUMER, true);
  }

  static Map<String, Object> ofParkedQueue(boolean rabbitMq) {
    return rabbitMq ? Map.of(QUEUE_TYPE, QUORUM, DELIVERY_LIMIT, OUT_OF_THE_WAY) : Map.of();
  }
}
