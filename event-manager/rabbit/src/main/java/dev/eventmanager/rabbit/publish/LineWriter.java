package dev.eventmanager.rabbit.publish;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.rabbit.connection.BrokerConnections;
import dev.eventmanager.rabbit.connection.Cork;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Writes a line's messages in order, on the channel that the line has at the moment. The line's
 * thread writes what waits; a caller writes its own message where nothing waits. Thread-safe.
 *
 * <p>What a lost channel left unconfirmed is written again on the next one, before anything newer.
 * If the broker closed it over something written on it, such as an exchange that does not exist,
 * what it left is written one at a time until the culprit is found and rejected.
 */
final class LineWriter {

  /** Enough to fill a packet, and few enough to see soon that the broker reads nothing more. */
  private static final int MOST_TOGETHER = 64;

  /** What a socket's buffer takes that the broker has emptied. */
  private static final int MOST_BYTES_AT_ONCE = 32 * 1024;

  private final Cork cork;
  private final WaitingMessages waiting = new WaitingMessages();

  /** Those among whom the culprit is; changed by whoever has the turn to write. */
  private int suspects = 0;

  LineWriter(Cork cork) {
    this.cork = cork;
  }

  /**
   * Writes a message on the calling thread where nothing is under way; else it waits.
   *
   * @param channel the line's, which may be lost by now; null where it has none yet
   */
  void add(OutgoingMessage message, @Nullable PublishingChannel channel) {
    if (channel == null || message.body().length > MOST_BYTES_AT_ONCE) {
      waiting.add(message);
    } else if (waiting.takeTurnOrAdd(message, () -> suspects == 0 && channel.isIdle())) {
      writeInTurn(channel, message);
    }
  }

  private void writeInTurn(PublishingChannel channel, OutgoingMessage message) {
    try {
      write(channel, message);
    } finally {
      waiting.endTurn();
    }
  }

  private static boolean write(PublishingChannel channel, OutgoingMessage message) {
    boolean wanted = message.startWriting();
    if (wanted) {
      channel.write(message);
    }
    return wanted;
  }

  /** Waits until something waits, and writes it; returns without where it is woken up. */
  void writeWhatWaits(PublishingChannel channel) throws InterruptedException {
    OutgoingMessage first = waiting.takeTurnAndFirst();
    if (first != null) {
      boolean refused = channel.unconfirmed().hasRefusals();
      try {
        writeOrPutBack(channel, first, refused);
      } finally {
        waiting.endTurn();
      }
      if (refused) {
        channel.lost().join();
      }
    }
  }

  private void writeOrPutBack(PublishingChannel channel, OutgoingMessage first, boolean refused)
      throws InterruptedException {
    if (refused) {
      waiting.putBack(List.of(first));
    } else if (suspects > 0) {
      writeSuspect(channel, first);
    } else {
      writeTogether(channel, first);
    }
  }

  private void writeSuspect(PublishingChannel channel, OutgoingMessage message) {
    if (write(channel, message)) {
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
          write(channel, next);
          next = written < MOST_TOGETHER && channel.takesMore() ? waiting.next() : null;
        }
      });
    } catch (IOException failure) {
      channel.abandon(BrokerConnections.reasonOf(failure));
    }
  }

  /** Closes a channel; what it leaves unconfirmed is the first to be written on the next. */
  void leave(PublishingChannel channel) throws InterruptedException {
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

  void giveUpOverdue(long now, String reason) {
    waiting.takeOverdue(now).forEach(message -> message.giveUp(reason));
  }

  void giveUpAll(String reason) {
    waiting.all().forEach(message -> message.giveUp(reason));
  }

  /** Has {@link #writeWhatWaits} return. */
  void wakeUp() {
    waiting.wakeUp();
  }
}
