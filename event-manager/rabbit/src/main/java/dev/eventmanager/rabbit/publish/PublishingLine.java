package dev.eventmanager.rabbit.publish;

import com.rabbitmq.client.Connection;
import dev.eventmanager.PublishOutcome;
import dev.eventmanager.rabbit.connection.BackOff;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.connection.Cork;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of messages that keeps its order on its way to the broker, over as many channels, one
 * after the other, as it takes. Run by one thread, which writes all that waits; callers write what
 * need not wait.
 *
 * <p>When a channel is lost, what it left unconfirmed is written again on the next one, before
 * anything newer. If the broker closed it over something written on it, such as an exchange that
 * does not exist, what it left is written one at a time until the culprit is found and rejected.
 *
 * <p>A channel on which the broker refused something is replaced: one that was opened just when a
 * quorum queue's leader died is refused everything by RabbitMQ (3.10) for as long as it lives. One
 * on which nothing is answered is replaced as well.
 */
final class PublishingLine implements Runnable {

  /** Enough to fill a packet, and few enough to see soon that the broker reads nothing more. */
  private static final int MOST_TOGETHER = 64;

  /** What a socket's buffer takes that the broker has emptied. */
  private static final int MOST_BYTES_AT_ONCE = 32 * 1024;

  private static final String CLOSED = "the transport is closed";
  private static final String REPLACED = "replaced after a refusal";
  private static final String SILENT =
      "the broker has left events without an answer; they are sent again on a new channel";

  private final int number;
  private final Supplier<Connection> connections;
  private final Cork cork;
  private final BackOff backOff;
  private final Consumer<Runnable> afterAMoment;
  private final LineStates states;
  private final WaitingMessages waiting = new WaitingMessages();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable PublishingChannel current;

  /** Changed by whoever has the turn to write. */
  private int suspects = 0;

  private int failures = 0;

  PublishingLine(
      int number,
      Supplier<Connection> connections,
      Cork cork,
      BackOff backOff,
      Consumer<Runnable> afterAMoment,
      LineStates states) {
    this.number = number;
    this.connections = connections;
    this.cork = cork;
    this.backOff = backOff;
    this.afterAMoment = afterAMoment;
    this.states = states;
  }

  /** Has a message written: by the calling thread where nothing is under way, else behind it. */
  void add(OutgoingMessage message) {
    if (waiting.takeTurnOrAdd(message, () -> mayBeWrittenAtOnce(message))) {
      try {
        writeAtOnce(message);
      } finally {
        waiting.endTurn();
      }
    }
    if (isEnded()) {
      message.giveUp(CLOSED);
    }
  }

  /** The broker has read all that was written, so the socket takes it without a wait. */
  private boolean mayBeWrittenAtOnce(OutgoingMessage message) {
    PublishingChannel channel = current;
    return message.body().length <= MOST_BYTES_AT_ONCE
        && suspects == 0
        && channel != null
        && channel.isIdle();
  }

  private void writeAtOnce(OutgoingMessage message) {
    PublishingChannel channel = current;
    if (channel != null && message.startWriting()) {
      channel.write(message);
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
    waiting.takeOverdue(now).forEach(message -> message.giveUp(reason));
  }

  /** Ends it; messages without an outcome are given up on. */
  void end() {
    ended.countDown();
    PublishingChannel channel = current;
    if (channel != null) {
      channel.abandon(CLOSED);
    }
    waiting.wakeUp();
  }

  /** Gives up on what is left of an ended line whose thread is stuck, writing to a deaf broker. */
  void giveUpLeft() {
    PublishingChannel channel = current;
    if (channel != null) {
      channel.unconfirmed().leftovers().forEach(message -> message.giveUp(CLOSED));
    }
    waiting.all().forEach(message -> message.giveUp(CLOSED));
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
      leave(channel);
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
    channel.lost().thenRun(waiting::wakeUp);
    current = channel;
    states.up(number);
    return channel;
  }

  private void writeUntilLost(PublishingChannel channel) throws InterruptedException {
    while (channel.isOpen() && !isEnded()) {
      channel.awaitRoom();
      OutgoingMessage next = waiting.takeTurnAndFirst();
      if (next != null) {
        write(channel, next);
      }
    }
  }

  private void write(PublishingChannel channel, OutgoingMessage first) throws InterruptedException {
    boolean refused = channel.unconfirmed().hasRefusals();
    try {
      if (refused) {
        waiting.putBack(List.of(first));
      } else if (suspects > 0) {
        writeSuspect(channel, first);
      } else {
        writeTogether(channel, first);
      }
    } finally {
      waiting.endTurn();
    }
    if (refused) {
      channel.lost().join();
    }
  }

  private void writeSuspect(PublishingChannel channel, OutgoingMessage message) {
    if (message.startWriting()) {
      channel.write(message);
      CompletableFuture.anyOf(message.outcome(), channel.lost()).join();
      suspects--;
    }
  }

  /** With what waits behind it. */
  private void writeTogether(PublishingChannel channel, OutgoingMessage first)
      throws InterruptedException {
    try {
      cork.during(() -> {
        OutgoingMessage next = first;
        for (int written = 0; next != null; written++) {
          if (next.startWriting()) {
            channel.write(next);
          }
          next = written < MOST_TOGETHER && channel.takesMore() ? waiting.next() : null;
        }
      });
    } catch (IOException failure) {
      channel.abandon(BrokerConnections.reasonOf(failure));
    }
  }

  /** What it leaves unconfirmed is the first to be written on the next. */
  private void leave(PublishingChannel channel) throws InterruptedException {
    waiting.takeTurn();
    try {
      keepInOrder(channel.close(), channel.refusal());
    } finally {
      waiting.endTurn();
    }
  }

  private void keepInOrder(List<OutgoingMessage> left, Optional<String> refusal) {
    if (refusal.isPresent() && left.size() == 1) {
      left.get(0).settle(new PublishOutcome.Rejected(explain(refusal.get())));
      return;
    }
    if (refusal.isPresent() || suspects > 0) {
      suspects += left.size();
    }
    waiting.putBack(left);
  }

  private static String explain(String refusal) {
    return "the broker closed the channel over it: %s; declare the exchange, or allow this user to publish to it"
        .formatted(refusal);
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
