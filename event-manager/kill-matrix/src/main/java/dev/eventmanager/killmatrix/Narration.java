package dev.eventmanager.killmatrix;

import java.time.Duration;

/** Says what happens, and when since it began. */
final class Narration {

  private final long begin = System.nanoTime();

  void say(String line) {
    Duration since = Duration.ofNanos(System.nanoTime() - begin);
    System.out.printf(
        "%02d:%02d:%02d  %s%n",
        since.toHours(), since.toMinutesPart(), since.toSecondsPart(), line);
  }
}
