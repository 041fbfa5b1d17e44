package dev.eventmanager.rabbit.publish;

import com.rabbitmq.client.Connection;
import dev.eventmanager.rabbit.connection.BackOff;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of messages that keeps its order on its way to the broker, over as many channels, one
 * after the other, as it takes. Run by one thread; {@link LineWriter} writes.
 *
 * <p>A channel on which the broker refused something is replaced: one that was opened just when a
 * quorum queue's leader died is refused everything by RabbitMQ (3.10) for as long as it lives. One
 * on which nothing is answered is replaced as well.
 */
final class PublishingLine implements Runnable {

  private static final String CLOSED = "the transport is closed";
  private static final String REPLACED = "replaced after a refusal";
  private static final String SILENT =
      "the broker has left events without an answer; they are sent again on a new channel";

  private final int number;
  private final Supplier<Connection> connections;
  private final LineWriter writer;
  private final BackOff backOff;
  private final Consumer<Runnable> afterAMoment;
  private final LineStates states;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable PublishingChannel current;
  private int failures = 0;

  PublishingLine(
      int number,
      Supplier<Connection> connections,
      LineWriter writer,
      BackOff backOff,
      Consumer<Runnable> afterAMoment,
      LineStates states) {
    this.number = number;
    this.connections = connections;
    this.writer = writer;
    this.backOff = backOff;
    this.afterAMoment = afterAMoment;
    this.states = states;
  }

  /** Has a message written: by the calling thread where nothing is under way, else behind it. */
  void add(OutgoingMessage message) {
    writer.add(message, current);
    if (isEnded()) {
      message.giveUp(CLOSED);
    }
  }

  /** Gives up on a channel of which nothing good can come; what it leaves is written again. */
  void giveUpSpentChannel(long now) {
    PublishingChannel channel = current;
    if (channel != null && channel.isDoneRefusing(now)) {
      channel.abandon(REPLACED);
    } else if (channel != null && channel.isSilent(now)) {
      channel.abandon(SILENT);
    }
  }

  /** Gives up on the messages that are overdue. */
  void giveUpOverdue(long now) {
    String reason = states.problem().orElse("the broker did not answer in time");
    PublishingChannel channel = current;
    if (channel != null) {
      channel.unconfirmed().giveUpOverdue(now, reason);
    }
    writer.giveUpOverdue(now, reason);
  }

  /** Ends it; messages without an outcome are given up on. */
  void end() {
    ended.countDown();
    PublishingChannel channel = current;
    if (channel != null) {
      channel.abandon(CLOSED);
    }
    writer.wakeUp();
  }

  /** Gives up on what is left of an ended line whose thread is stuck, writing to a deaf broker. */
  void giveUpLeft() {
    PublishingChannel channel = current;
    if (channel != null) {
      channel.unconfirmed().leftovers().forEach(message -> message.giveUp(CLOSED));
    }
    writer.giveUpAll(CLOSED);
  }

  @Override
  public void run() {
    try {
      while (!isEnded()) {
        writeOnNewChannel();
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    } finally {
      giveUpLeft();
    }
  }

  private void writeOnNewChannel() throws InterruptedException {
    PublishingChannel channel;
    try {
      channel = open();
    } catch (Exception unreachable) {
      states.down(number, BrokerConnections.reasonOf(unreachable));
      failures++;
      waitBeforeNextAttempt();
      return;
    }
    try {
      writeUntilLost(channel);
    } finally {
      writer.leave(channel);
    }
    failures = channel.unconfirmed().hasAnswers() ? 0 : failures + 1;
    String reason = channel.lost().getNow(CLOSED);
    if (!isEnded() && !reason.equals(REPLACED)) {
      states.down(number, reason);
      waitBeforeNextAttempt();
    }
  }

  private PublishingChannel open() throws Exception {
    PublishingChannel channel = new PublishingChannel(
        connections.get(), afterAMoment, reason -> states.blocked(number, reason));
    channel.lost().thenRun(writer::wakeUp);
    current = channel;
    states.up(number);
    return channel;
  }

  private void writeUntilLost(PublishingChannel channel) throws InterruptedException {
    while (channel.isOpen() && !isEnded()) {
      channel.awaitRoom();
      writer.writeWhatWaits(channel);
    }
  }

  private void waitBeforeNextAttempt() throws InterruptedException {
    if (failures > 0) {
      ended.await(backOff.after(failures).toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private boolean isEnded() {
    return ended.getCount() == 0;
  }
}
