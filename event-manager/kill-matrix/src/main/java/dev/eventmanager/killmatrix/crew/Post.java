package dev.eventmanager.killmatrix.crew;

import dev.eventmanager.killmatrix.worker.Step;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The place of one worker, taken by one process after another. Thread-safe. */
final class Post {

  /** A worker that cannot start is not started at full speed. */
  private static final long SHORTEST_LIFE_NANOS = 1_000_000_000;

  private final WorkerSpec spec;
  private final Path log;
  private final Map<Step, Long> deaths = new EnumMap<>(Step.class);
  private @Nullable WorkerProcess current;
  private long startedAt;
  private int lives;

  Post(WorkerSpec spec, Path logs) {
    this.spec = spec;
    this.log = logs.resolve(spec.name() + ".log");
  }

  String program() {
    return spec.program();
  }

  synchronized void start() {
    current = WorkerProcess.start(spec, log);
    startedAt = System.nanoTime();
    lives++;
  }

  /** How often it has been started. */
  synchronized int lives() {
    return lives;
  }

  synchronized boolean isReady() {
    return current != null && current.isReady();
  }

  synchronized void startIfEnded() {
    Optional<Integer> status = current == null ? Optional.empty() : current.status();
    if (status.isPresent() && System.nanoTime() - startedAt > SHORTEST_LIFE_NANOS) {
      Step.ofStatus(status.get()).ifPresent(step -> deaths.merge(step, 1L, Long::sum));
      start();
    }
  }

  /** How many of its processes died at this step. */
  synchronized long deathsAt(Step step) {
    return deaths.getOrDefault(step, 0L);
  }

  synchronized void order(String line) {
    if (current != null) {
      current.order(line);
    }
  }

  synchronized void kill() {
    if (current != null) {
      current.kill();
    }
  }

  synchronized void askToStop() {
    if (current != null) {
      current.askToStop();
    }
  }

  /** One that hangs is killed. */
  void awaitEnd(long seconds) throws InterruptedException {
    WorkerProcess ending;
    synchronized (this) {
      ending = current;
    }
    if (ending != null && !ending.awaitEnd(seconds)) {
      ending.kill();
    }
  }

  @Override
  public String toString() {
    return "%s (its log is %s)".formatted(spec.name(), log);
  }
}
