package dev.eventmanager.rabbit.topology;

import dev.eventmanager.rabbit.message.EventMessageWriter;
import java.util.HashMap;
import java.util.Map;

/** The arguments queues are declared with; a queue keeps for life those it was born with. */
final class Arguments {

  /**
   * How often RabbitMQ takes an event back before it gives up on it and moves it to the parked
   * queue. Every lost connection counts, for all that were delivered and not acknowledged, so that
   * an innocent one could be meant: a consumer that fails over and over begins again every half a
   * minute, which makes this more than eight hours. An event that kills its process is found out
   * long before.
   */
  static final int DELIVERY_LIMIT = 1_000;

  /** For a queue that no consumer of ours empties: looking at it by hand must not use it up. */
  private static final int OUT_OF_THE_WAY = 1_000_000;

  private static final String QUEUE_TYPE = "x-queue-type";
  private static final String QUORUM = "quorum";
  private static final String SINGLE_ACTIVE_CONSUMER = "x-single-active-consumer";
  private static final String LIMIT = "x-delivery-limit";

  private Arguments() {}

  static Map<String, Object> ofEventQueue(EventQueue queue, boolean rabbitMq) {
    Map<String, Object> arguments = new HashMap<>();
    arguments.put(SINGLE_ACTIVE_CONSUMER, true);
    if (rabbitMq) {
      arguments.put(QUEUE_TYPE, QUORUM);
      arguments.put(LIMIT, DELIVERY_LIMIT);
      arguments.put("x-dead-letter-exchange", queue.parked());
      // An event leaves its queue once the parked queue has it; RabbitMQ wants the second for that.
      arguments.put("x-dead-letter-strategy", "at-least-once");
      arguments.put("x-overflow", "reject-publish");
    }
    return arguments;
  }

  static Map<String, Object> ofParkedQueue(boolean rabbitMq) {
    return rabbitMq ? Map.of(QUEUE_TYPE, QUORUM, LIMIT, OUT_OF_THE_WAY) : Map.of();
  }

  /** Events without the header, of other publishers, all go to one partition. */
  static Map<String, Object> ofSpreadingExchange() {
    return Map.of("hash-header", EventMessageWriter.ORDERING_KEY);
  }
}
