package dev.eventmanager.bridge.reverse;

import dev.eventmanager.sqs.consume.SqsConsumerStatus;
import java.util.Optional;

/**
 * How a reverse route is doing.
 *
 * @param waiting events that RabbitMQ did not take yet, each with its group behind it
 * @param trouble why it did not take the last of them; empty where none waits
 */
record ReverseStatus(SqsConsumerStatus consumer, int waiting, Optional<String> trouble) {

  /** Whether events come through. */
  boolean isFlowing() {
    return consumer.state() == SqsConsumerStatus.State.CONSUMING && waiting == 0;
  }
}
