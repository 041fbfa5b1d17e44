package dev.eventmanager.rabbit.publish;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Return;
import dev.eventmanager.PublishOutcome;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/**
 * A message with its way to an outcome: waiting, written, settled. It is settled exactly once,
 * whoever comes first of confirm, return, refusal and timeout. Thread-safe.
 */
final class OutgoingMessage {

  private enum Stage {
    WAITING,
    WRITTEN,
    SETTLED
  }

  private final String exchange;
  private final String routingKey;
  private final BasicProperties properties;
  private final byte[] body;
  private final long deadline;
  private final BiConsumer<OutgoingMessage, PublishOutcome> settled;
  private final CompletableFuture<PublishOutcome> outcome = new CompletableFuture<>();
  private Stage stage = Stage.WAITING;

  /**
   * A message that waits to be written.
   *
   * @param deadline by {@link System#nanoTime}
   * @param settled told the outcome, on the thread that found it out
   */
  OutgoingMessage(
      String exchange,
      String routingKey,
      BasicProperties properties,
      byte[] body,
      long deadline,
      BiConsumer<OutgoingMessage, PublishOutcome> settled) {
    this.exchange = exchange;
    this.routingKey = routingKey;
    this.properties = properties;
    this.body = body;
    this.deadline = deadline;
    this.settled = settled;
  }

  String exchange() {
    return exchange;
  }

  String routingKey() {
    return routingKey;
  }

  BasicProperties properties() {
    return properties;
  }

  byte[] body() {
    return body;
  }

  CompletableFuture<PublishOutcome> outcome() {
    return outcome;
  }

  /** Whether it is still to be written; from here on it may be on a queue. */
  synchronized boolean startWriting() {
    if (stage == Stage.SETTLED) {
      return false;
    }
    stage = Stage.WRITTEN;
    return true;
  }

  synchronized boolean isSettled() {
    return stage == Stage.SETTLED;
  }

  void settle(PublishOutcome found) {
    if (finish() != Stage.SETTLED) {
      settled.accept(this, found);
    }
  }

  /** Gives up on it: certainly not sent if it was never written, unknown otherwise. */
  void giveUp(String reason) {
    Stage before = finish();
    if (before == Stage.WAITING) {
      settled.accept(this, new PublishOutcome.NotSent(reason));
    } else if (before == Stage.WRITTEN) {
      settled.accept(this, new PublishOutcome.Unknown(reason, Optional.empty()));
    }
  }

  private synchronized Stage finish() {
    Stage before = stage;
    stage = Stage.SETTLED;
    return before;
  }

  boolean isOverdue(long now) {
    return deadline - now < 0;
  }

  boolean isWhatCameBack(Return returned) {
    return exchange.equals(returned.getExchange())
        && routingKey.equals(returned.getRoutingKey())
        && Objects.equals(properties.getMessageId(), returned.getProperties().getMessageId());
  }
}
