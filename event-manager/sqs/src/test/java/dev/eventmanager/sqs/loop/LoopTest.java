package dev.eventmanager.sqs.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Steps on one thread. */
class LoopTest {

  private static final int MANY = 10_000;

  private final AtomicInteger times = new AtomicInteger();
  private final Loop loop = new Loop("loop-test", times::incrementAndGet);

  @AfterEach
  void close() {
    loop.close(() -> {});
  }

  @Test
  void runsEveryStepOfAThreadInItsOrder() {
    var ran = new ArrayList<Integer>();
    IntStream.range(0, MANY).forEach(i -> loop.run(() -> ran.add(i)));
    loop.close(() -> {});
    assertThat(ran).isEqualTo(IntStream.range(0, MANY).boxed().toList());
  }

  @Test
  void comesToWhatIsDoneAfterStepsThoughStepsGoOnComing() {
    runAgainAndAgain();
    await().until(() -> times.get() > 1);
  }

  private void runAgainAndAgain() {
    loop.run(this::runAgainAndAgain);
  }

  @Test
  void runsTheOthersThoughOneFails() {
    List<String> ran = Collections.synchronizedList(new ArrayList<>());
    loop.run(() -> {
      throw new IllegalStateException("on purpose");
    });
    loop.run(() -> ran.add("the next"));
    loop.runLater(Duration.ofMillis(1), () -> ran.add("a later one"));
    await().untilAsserted(() -> assertThat(ran).containsExactly("the next", "a later one"));
  }

  @Test
  void runsNothingAfterTheLast() {
    var ran = Collections.synchronizedList(new ArrayList<>());
    loop.run(() -> ran.add("before"));
    loop.close(() -> {
      ran.add("last");
      loop.run(() -> ran.add("behind it"));
    });
    assertThat(loop.run(() -> ran.add("later"))).isFalse();
    assertThat(ran).containsExactly("before", "last");
  }
}
