package dev.eventmanager.rabbit.publish;

import com.rabbitmq.client.Connection;
import dev.eventmanager.PublishOutcome;
import dev.eventmanager.rabbit.connection.BackOff;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.connection.Cork;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of messages that keeps its order on its way to the broker, over as many channels, one
 * after the other, as it takes. Run by one thread, which alone writes.
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
  private final OutgoingMessage wakeUp;
  private final BlockingDeque<OutgoingMessage> waiting = new LinkedBlockingDeque<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable PublishingChannel current;
  private int suspects = 0;
  private int failures = 0;

  PublishingLine(
      int number,
      Supplier<Connection> connections,
      Cork cork,
      BackOff backOff,
      Consumer<Runnable> afterAMoment,
      LineStates states,
      OutgoingMessage wakeUp) {
    this.number = number;
    this.connections = connections;
    this.cork = cork;
    this.backOff = backOff;
    this.afterAMoment = afterAMoment;
    this.states = states;
    this.wakeUp = wakeUp;
  }

  void add(OutgoingMessage message) {
    waiting.addLast(message);
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
    for (OutgoingMessage message : waiting) {
      if (message != wakeUp) {
        if (!message.isOverdue(now)) {
          return;
        }
        message.giveUp(reason);
        waiting.remove(message);
      }
    }
  }

  /** Ends it; messages without an outcome are given up on. */
  void end() {
    ended.countDown();
    PublishingChannel channel = current;
    if (channel != null) {
      channel.abandon(CLOSED);
    }
    waiting.addLast(wakeUp);
  }

  /** Gives up on what is left of an ended line whose thread is stuck, writing to a deaf broker. */
  void giveUpLeft() {
    PublishingChannel channel = current;
    if (channel != null) {
      channel.unconfirmed().leftovers().forEach(message -> message.giveUp(CLOSED));
    }
    waiting.forEach(message -> message.giveUp(CLOSED));
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
      keepInOrder(channel.close(), channel.refusal());
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
    channel.lost().thenRun(() -> waiting.addLast(wakeUp));
    current = channel;
    states.up(number);
    return channel;
  }

  private void writeUntilLost(PublishingChannel channel) throws InterruptedException {
    while (channel.isOpen() && !isEnded()) {
      channel.awaitRoom();
      OutgoingMessage next = waiting.takeFirst();
      if (next == wakeUp) {
        continue;
      }
      if (channel.unconfirmed().hasRefusals()) {
        waiting.addFirst(next);
        channel.lost().join();
      } else if (suspects > 0) {
        writeSuspect(channel, next);
      } else {
        writeTogether(channel, next);
      }
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
          next = written < MOST_TOGETHER && channel.takesMore() ? nextIfAny() : null;
        }
      });
    } catch (IOException failure) {
      channel.abandon(BrokerConnections.reasonOf(failure));
    }
  }

  private @Nullable OutgoingMessage nextIfAny() {
    OutgoingMessage next = waiting.pollFirst();
    return next == wakeUp ? null : next;
  }

  private void keepInOrder(List<OutgoingMessage> left, Optional<String> refusal) {
    if (refusal.isPresent() && left.size() == 1) {
      left.get(0).settle(new PublishOutcome.Rejected(explain(refusal.get())));
      return;
    }
    if (refusal.isPresent() || suspects > 0) {
      suspects += left.size();
    }
    for (int last = left.size() - 1; last >= 0; last--) {
      waiting.addFirst(left.get(last));
    }
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
