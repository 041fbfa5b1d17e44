package dev.eventmanager.killmatrix.crew;

import dev.eventmanager.killmatrix.worker.Step;
import dev.eventmanager.killmatrix.worker.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Some workers, each started again when it ends. Orders are for one thread.
 *
 * <p>A worker that cannot start, such as while its database is away, is started until it can.
 */
public final class Crew implements AutoCloseable {

  private static final long TURN_MILLIS = 50;
  private static final Duration TO_COME_UP = Duration.ofMinutes(5);

  private final List<Post> posts;
  private final Thread keeper = new Thread(this::keep, "crew");
  private volatile boolean keeping = true;

  /** A crew, and where to write what it says. */
  public Crew(List<WorkerSpec> specs, Path logs) {
    this.posts = specs.stream().map(spec -> new Post(spec, logs)).toList();
    keeper.setDaemon(true);
  }

  /** Starts all and returns when they have come up. */
  public void start() throws InterruptedException {
    posts.forEach(Post::start);
    keeper.start();
    for (Post post : posts) {
      await(TO_COME_UP, post::isReady, post + " did not come up");
    }
  }

  /**
   * Has a worker of this program die at a step: whichever comes there first.
   *
   * @param after how often the step is passed before
   * @return false if none came there within the limit
   */
  public boolean dieAt(String program, Step step, int after, Duration limit)
      throws InterruptedException {
    List<Post> candidates = of(program);
    long before = deathsAt(step, candidates);
    candidates.forEach(post -> post.order(step + " " + after));
    boolean died = await(limit, () -> deathsAt(step, candidates) > before);
    candidates.forEach(post -> post.order(Worker.LIVE));
    return died;
  }

  private static long deathsAt(Step step, List<Post> posts) {
    return posts.stream().mapToLong(post -> post.deathsAt(step)).sum();
  }

  /** Kills any worker of this program, wherever it is. */
  public void killAny(String program, Random random) {
    List<Post> candidates = of(program);
    candidates.get(random.nextInt(candidates.size())).kill();
  }

  /** Stops the workers of this program in order, one after the other has come up again. */
  public void roll(String program) throws InterruptedException {
    for (Post post : of(program)) {
      await(TO_COME_UP, post::isReady, post + " did not come up");
      int lives = post.lives();
      post.askToStop();
      await(
          TO_COME_UP,
          () -> post.lives() > lives && post.isReady(),
          post + " did not come up again");
    }
  }

  /** Stops all in order. */
  @Override
  public void close() throws InterruptedException {
    keeping = false;
    keeper.interrupt();
    keeper.join();
    posts.forEach(Post::askToStop);
    for (Post post : posts) {
      post.awaitEnd(60);
    }
  }

  private List<Post> of(String program) {
    return posts.stream().filter(post -> post.program().equals(program)).toList();
  }

  private void keep() {
    try {
      while (keeping) {
        posts.forEach(Post::startIfEnded);
        TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(Duration limit, BooleanSupplier condition, String complaint)
      throws InterruptedException {
    if (!await(limit, condition)) {
      throw new IllegalStateException(complaint + " within " + limit);
    }
  }

  private static boolean await(Duration limit, BooleanSupplier condition)
      throws InterruptedException {
    long last = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > last) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
    }
    return true;
  }
}
