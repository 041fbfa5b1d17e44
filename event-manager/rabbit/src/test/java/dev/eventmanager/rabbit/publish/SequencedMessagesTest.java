package dev.eventmanager.rabbit.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SequencedMessagesTest {

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final SequencedMessages<String> messages = new SequencedMessages<>();

  @Test
  void takesOneAlone() {
    add(1, 2, 3);

    assertThat(messages.take(2)).hasValue("message 2");
    assertThat(messages.take(2)).isEmpty();
    assertThat(messages.size()).isEqualTo(2);
  }

  @Test
  void takesAllUpToANumberInTheirOrder() {
    add(1, 2, 3, 4);

    assertThat(messages.takeUpTo(3)).containsExactly("message 1", "message 2", "message 3");
    assertThat(messages.takeUpTo(3)).isEmpty();
    assertThat(messages.size()).isEqualTo(1);
  }

  @Test
  void mindsNoGaps() {
    add(3, 7, 100);
    messages.take(7);

    assertThat(messages.takeUpTo(99)).containsExactly("message 3");
    assertThat(messages.takeUpTo(100)).containsExactly("message 100");
  }

  @Test
  void takesFromTheFirstOnWhileItMay() {
    add(1, 2, 3);

    assertThat(messages.takeWhile(each -> !each.equals("message 2"))).containsExactly("message 1");
    assertThat(messages.takeWhile(each -> true)).containsExactly("message 2", "message 3");
    assertThat(messages.size()).isZero();
  }

  @Test
  void findsTheFirstAndLeavesIt() {
    add(1, 2, 3);

    assertThat(messages.first(each -> !each.equals("message 1"))).hasValue("message 2");
    assertThat(messages.first(String::isEmpty)).isEmpty();
    assertThat(messages.size()).isEqualTo(3);
  }

  @Test
  void takesInOrderBehindOneThatStaysForLong() {
    add(1);
    LongStream.rangeClosed(2, 10_000).forEach(sequence -> {
      add(sequence);
      messages.take(sequence);
    });
    add(10_001, 10_002);

    assertThat(messages.takeUpTo(10_001)).containsExactly("message 1", "message 10001");
  }

  @Test
  void losesAndDoublesNothingWhileOneThreadAddsAndAnotherTakes() {
    int last = 100_000;
    CompletableFuture<Void> adding =
        CompletableFuture.runAsync(() -> LongStream.rangeClosed(1, last).forEach(this::add));

    List<String> taken = new ArrayList<>();
    assertTimeoutPreemptively(DEADLINE, () -> {
      while (taken.size() < last) {
        messages.take(taken.size() + 1).ifPresent(taken::add);
        taken.addAll(messages.takeUpTo(taken.size() + 100));
      }
    });

    adding.join();
    assertThat(taken)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, last)
            .mapToObj(sequence -> "message " + sequence)
            .toList());
    assertThat(messages.size()).isZero();
  }

  private void add(long... sequences) {
    for (long sequence : sequences) {
      messages.add(sequence, "message " + sequence);
    }
  }
}
