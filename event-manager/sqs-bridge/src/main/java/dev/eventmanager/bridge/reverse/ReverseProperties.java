package dev.eventmanager.bridge.reverse;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The other direction, from SQS to exchanges.
 *
 * @param reverse What is brought from where.
 * @param visibilityTimeout After how long another instance gets what one that died had in hand.
 */
@ConfigurationProperties("bridge")
record ReverseProperties(
    @DefaultValue List<From> reverse, @DefaultValue("30s") Duration visibilityTimeout) {

  /**
   * What is brought from where.
   *
   * @param from Name of the SQS FIFO queue.
   * @param exchange Exchange that its events go to; the one that each event names if nothing is
   *     said.
   * @param routingKey Routing key of messages that name none in an attribute "type".
   */
  record From(
      @Nullable String from,
      @Nullable String exchange,
      @Nullable String routingKey) {}
}
