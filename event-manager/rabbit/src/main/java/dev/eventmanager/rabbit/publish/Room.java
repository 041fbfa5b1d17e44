package dev.eventmanager.rabbit.publish;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How many messages may be under way. Thread-safe.
 *
 * <p>While it is full, callers are let in in the order they came, and whoever is let in may go on
 * for a while before it has to stand in line again: a thread that is woken for each single confirm
 * costs more than the message it sends, and sends it alone. So up to an eighth of the room is kept
 * for that one meanwhile.
 */
final class Room {

  private static final int PARTS = 8;

  private final int size;
  private final int turn;
  private final Queue<CompletableFuture<Void>> line = new ArrayDeque<>();
  private int free;

  /** How many more may be taken past the line. */
  private int leftOfTurn = 0;

  Room(int size) {
    this.size = size;
    this.turn = Math.max(1, size / PARTS);
    this.free = size;
  }

  /** Takes the room of one message; false where none was to be had in time. */
  boolean take(Duration limit) throws InterruptedException {
    CompletableFuture<Void> letIn;
    synchronized (this) {
      if (free > 0 && (line.isEmpty() || leftOfTurn > 0)) {
        free--;
        leftOfTurn = Math.max(0, leftOfTurn - 1);
        return true;
      }
      letIn = new CompletableFuture<>();
      line.add(letIn);
      letIn();
    }
    return await(letIn, limit);
  }

  private boolean await(CompletableFuture<Void> letIn, Duration limit) throws InterruptedException {
    try {
      letIn.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException late) {
      return takeAtLast(letIn);
    } catch (InterruptedException asked) {
      if (!leave(letIn)) {
        giveBack();
      }
      throw asked;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What is kept for someone who may go on is better than nothing. */
  private synchronized boolean takeAtLast(CompletableFuture<Void> letIn) {
    boolean kept = leave(letIn) && free > 0;
    if (kept) {
      free--;
    }
    return kept || letIn.isDone();
  }

  /** Whether it still stood in line. */
  private synchronized boolean leave(CompletableFuture<Void> letIn) {
    return line.remove(letIn);
  }

  synchronized void giveBack() {
    free++;
    letIn();
    if (free == size) {
      notifyAll();
    }
  }

  private void letIn() {
    while (!line.isEmpty() && (free >= turn || (free > 0 && leftOfTurn == 0))) {
      free--;
      leftOfTurn = turn - 1;
      line.remove().complete(null);
    }
  }

  synchronized int taken() {
    return size - free;
  }

  /** Waits until nothing is under way; not for longer than the limit. */
  synchronized void awaitNothingTaken(Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    long left = limit.toNanos();
    while (free < size && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = deadline - System.nanoTime();
    }
  }
}
