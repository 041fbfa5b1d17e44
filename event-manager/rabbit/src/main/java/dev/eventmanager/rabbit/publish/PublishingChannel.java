package dev.eventmanager.rabbit.publish;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BlockedListener;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import dev.eventmanager.PublishOutcome;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One channel in confirm mode, from its opening to its loss. One thread writes at a time; the
 * connection's thread brings the answers.
 */
final class PublishingChannel implements BlockedListener {

  private static final long LONGEST_SILENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long LONGEST_SILENCE_AFTER_REFUSAL_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final Connection connection;
  private final Channel channel;
  private final Unconfirmed unconfirmed;
  private final Consumer<Optional<String>> blockedOrNot;
  private final CompletableFuture<String> lost = new CompletableFuture<>();
  private volatile CompletableFuture<Void> room = CompletableFuture.completedFuture(null);
  private volatile Optional<String> refusal = Optional.empty();

  /**
   * Opens a channel.
   *
   * @param afterAMoment see {@link Unconfirmed}
   * @param blockedOrNot told the reason when the broker stops reading, and nothing when it resumes
   */
  PublishingChannel(
      Connection connection,
      Consumer<Runnable> afterAMoment,
      Consumer<Optional<String>> blockedOrNot)
      throws IOException {
    this.connection = connection;
    this.unconfirmed = new Unconfirmed(afterAMoment);
    this.blockedOrNot = blockedOrNot;
    this.channel = connection
        .openChannel()
        .orElseThrow(
            () -> new IOException("the connection has no channel left; raise channel-max"));
    channel.addReturnListener(unconfirmed::returned);
    channel.addConfirmListener(unconfirmed::confirmed, unconfirmed::refused);
    channel.addShutdownListener(this::onShutdown);
    connection.addBlockedListener(this);
    try {
      channel.confirmSelect();
    } catch (IOException | RuntimeException failure) {
      close();
      throw failure;
    }
  }

  /** Completes with the reason once the channel is lost or given up. */
  CompletableFuture<String> lost() {
    return lost;
  }

  boolean isOpen() {
    return !lost.isDone();
  }

  /** Whether more may be written at once: nothing is to be waited for, or looked into, before. */
  boolean takesMore() {
    return isOpen() && room.isDone() && !unconfirmed.hasRefusals();
  }

  /** Whether it takes more, and the broker has answered to all that was written. */
  boolean isIdle() {
    return takesMore() && unconfirmed.size() == 0;
  }

  /** The broker's words if it closed this channel because of something written on it. */
  Optional<String> refusal() {
    return refusal;
  }

  Unconfirmed unconfirmed() {
    return unconfirmed;
  }

  /** Waits while the broker reads nothing; what were written now would only fill the socket. */
  void awaitRoom() {
    if (!room.isDone()) {
      CompletableFuture.anyOf(room, lost).join();
    }
  }

  /**
   * Writes a message. If the channel is lost on the way the message stays unconfirmed, to be
   * written again on the next one.
   */
  void write(OutgoingMessage message) {
    long sequence = channel.getNextPublishSeqNo();
    unconfirmed.add(sequence, message);
    try {
      channel.basicPublish(
          message.exchange(), message.routingKey(), true, message.properties(), message.body());
    } catch (IOException | ShutdownSignalException failure) {
      abandon(BrokerConnections.reasonOf(failure));
    } catch (RuntimeException impossible) {
      // The client has counted it and the broker has not, so the channel's numbers are off now.
      unconfirmed.withdraw(sequence);
      message.settle(new PublishOutcome.Rejected(
          "it cannot be written: " + BrokerConnections.reasonOf(impossible)));
      abandon("an event that could not be written");
    }
  }

  void abandon(String reason) {
    lost.complete(reason);
  }

  /**
   * Whether the broker, though it reads, has left what was written without an answer for so long
   * that none will come. RabbitMQ (3.10) never answers to what reaches a quorum queue while it comes
   * up after a crash.
   */
  boolean isSilent(long now) {
    return room.isDone() && unconfirmed.nanosSilent(now) > LONGEST_SILENCE_NANOS;
  }

  /** Whether the broker has refused something, and the rest has its answer or waits in vain. */
  boolean isDoneRefusing(long now) {
    return room.isDone()
        && unconfirmed.hasRefusals()
        && (unconfirmed.size() == 0
            || unconfirmed.nanosSilent(now) > LONGEST_SILENCE_AFTER_REFUSAL_NANOS);
  }

  /** Closes what is left of it: the messages without an answer, in the order they were written. */
  List<OutgoingMessage> close() {
    connection.removeBlockedListener(this);
    try {
      channel.abort();
    } catch (IOException | RuntimeException alreadyLost) {
      // It is only to be gone.
    }
    return unconfirmed.leftovers();
  }

  @Override
  public void handleBlocked(String reason) {
    if (room.isDone()) { // a second alarm may be told while the first lasts
      room = new CompletableFuture<>();
    }
    blockedOrNot.accept(Optional.of(reason));
  }

  @Override
  public void handleUnblocked() {
    blockedOrNot.accept(Optional.empty());
    unconfirmed.stir();
    room.complete(null);
  }

  private void onShutdown(ShutdownSignalException cause) {
    if (!cause.isInitiatedByApplication()
        && cause.getReason() instanceof AMQP.Channel.Close close) {
      refusal = Optional.of(close.getReplyCode() + " " + close.getReplyText());
    }
    lost.complete(BrokerConnections.reasonOf(cause));
  }
}
