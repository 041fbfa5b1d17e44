package dev.eventmanager.bridge.reverse;

import java.util.Optional;

/**
 * What is brought from where.
 *
 * @param queue the SQS FIFO queue
 * @param exchange where its events go; without one each goes to the exchange that it names
 * @param routingKey of messages that name none; without one those go to the dead letter queue
 */
record ReverseSettings(String queue, Optional<String> exchange, Optional<String> routingKey) {}
