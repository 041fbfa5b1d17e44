package dev.eventmanager.killmatrix.bridge.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Instances of the bridge, each started again when it ends. Orders are for one thread.
 *
 * <p>One that cannot start, such as while its database is away, is started until it can.
 */
public final class Instances implements AutoCloseable {

  private static final long TURN_MILLIS = 50;
  private static final long PAUSE_MILLIS = 500;
  private static final long TO_STOP_SECONDS = 60;
  private static final Duration TO_COME_UP = Duration.ofMinutes(5);

  private final Installation installation;
  private final Path logs;
  private final List<Instance> running = new ArrayList<>();
  private final Thread keeper = new Thread(this::keep, "instances");
  private Duration ahead = Duration.ZERO;
  private int starts = 0;
  private boolean kept = true;

  /** Some instances, not started yet, and where to write what they say. */
  public Instances(Installation installation, Path logs) {
    this.installation = installation;
    this.logs = logs;
    keeper.setDaemon(true);
  }

  /** Starts so many and returns when all have come up. */
  public void start(int count) throws InterruptedException {
    synchronized (this) {
      for (int number = 0; number < count; number++) {
        running.add(start(logOf(number)));
      }
    }
    keeper.start();
    awaitUp();
  }

  private Path logOf(int number) {
    return logs.resolve("bridge-%d.log".formatted(number + 1));
  }

  private Instance start(Path log) {
    starts++;
    return Instance.start(installation.command(ahead), log);
  }

  /** How many there are. */
  public synchronized int count() {
    return running.size();
  }

  /** How many processes have been started so far. */
  public synchronized int starts() {
    return starts;
  }

  /** Returns when all are up. */
  public void awaitUp() throws InterruptedException {
    await(() -> all().stream().allMatch(Instance::isUp));
  }

  /** SIGKILL for one. */
  public void kill(int number) {
    all().get(number).kill();
  }

  /** SIGKILL for all at once. */
  public void killAll() {
    all().forEach(Instance::kill);
  }

  /**
   * SIGKILL for all at once; they start again with a clock that is further ahead.
   *
   * @param meanwhile done while none runs
   */
  public void killAllFor(Duration absence, Meanwhile meanwhile) throws InterruptedException {
    startAgain(false);
    killAll();
    for (Instance instance : all()) {
      instance.awaitEnd(TO_STOP_SECONDS);
    }
    meanwhile.pass();
    synchronized (this) {
      ahead = ahead.plus(absence);
    }
    startAgain(true);
  }

  /** SIGTERM for one; returns when it has ended. */
  public void stop(int number) throws InterruptedException {
    Instance stopping = all().get(number);
    stopping.askToStop();
    stopping.awaitEnd(TO_STOP_SECONDS);
  }

  /** SIGTERM for each, the next one once all are up. */
  public void roll() throws InterruptedException {
    for (int number = 0; number < count(); number++) {
      awaitUp();
      stop(number);
    }
  }

  /** SIGTERM for all at once; returns when they have ended, and starts none again. */
  @Override
  public void close() throws InterruptedException {
    startAgain(false);
    keeper.interrupt();
    all().forEach(Instance::askToStop);
    for (Instance instance : all()) {
      instance.awaitEnd(TO_STOP_SECONDS);
    }
  }

  private synchronized void startAgain(boolean wanted) {
    kept = wanted;
  }

  private synchronized List<Instance> all() {
    return List.copyOf(running);
  }

  private void keep() {
    try {
      while (true) {
        startThoseThatEnded();
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void startThoseThatEnded() {
    for (int number = 0; kept && number < running.size(); number++) {
      if (!running.get(number).isAlive()) {
        running.set(number, start(logOf(number)));
      }
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long last = System.nanoTime() + TO_COME_UP.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > last) {
        throw new IllegalStateException("the bridge did not come up within " + TO_COME_UP);
      }
      TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
    }
  }

  /** What happens while no instance runs. */
  @FunctionalInterface
  public interface Meanwhile {
    void pass() throws InterruptedException;
  }
}
