package dev.eventmanager.rabbit.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class WaitingMessagesTest {

  private final WaitingMessages waiting = new WaitingMessages();
  private final OutgoingMessage first = message(Duration.ofHours(1));
  private final OutgoingMessage second = message(Duration.ofHours(1));

  @Test
  void givesACallerTheTurnWhileNothingWaits() throws InterruptedException {
    assertThat(waiting.takeTurnOrAdd(first, () -> true)).isTrue();
    assertThat(waiting.all()).isEmpty();

    assertThat(waiting.takeTurnOrAdd(second, () -> true)).isFalse();
    waiting.endTurn();

    assertThat(waiting.takeTurnAndFirst()).isSameAs(second);
  }

  @Test
  void hasACallersMessageWaitWhileTheLineWritesWhatWaitedBefore() throws InterruptedException {
    assertThat(waiting.takeTurnOrAdd(first, () -> false)).isFalse();
    assertThat(waiting.takeTurnAndFirst()).isSameAs(first);

    assertThat(waiting.takeTurnOrAdd(second, () -> true)).isFalse();

    assertThat(waiting.next()).isSameAs(second);
    assertThat(waiting.next()).isNull();
  }

  @Test
  void handsTheTurnOnlyToOneAtATime() throws InterruptedException {
    assertThat(waiting.takeTurnOrAdd(first, () -> true)).isTrue();
    CompletableFuture<Void> line = CompletableFuture.runAsync(this::takeTurn);
    waiting.takeTurnOrAdd(second, () -> true);
    assertThat(line).isNotDone();

    waiting.endTurn();

    assertThat(line).succeedsWithin(Duration.ofSeconds(5));
    waiting.wakeUp();
    assertThat(waiting.takeTurnAndFirst()).isNull();
    assertThat(waiting.all()).containsExactly(second);
  }

  @Test
  void putsBackWhatIsToComeFirst() throws InterruptedException {
    OutgoingMessage newer = message(Duration.ofHours(1));
    waiting.takeTurnOrAdd(newer, () -> false);

    waiting.putBack(List.of(first, second));

    assertThat(waiting.all()).containsExactly(first, second, newer);
  }

  @Test
  void takesWhatIsOverdueFromTheFront() {
    OutgoingMessage overdue = message(Duration.ofNanos(-1));
    waiting.takeTurnOrAdd(overdue, () -> false);
    waiting.takeTurnOrAdd(first, () -> false);

    assertThat(waiting.takeOverdue(System.nanoTime())).containsExactly(overdue);
    assertThat(waiting.all()).containsExactly(first);
  }

  private void takeTurn() {
    try {
      waiting.takeTurn();
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  private static OutgoingMessage message(Duration due) {
    return new OutgoingMessage(
        "order",
        "order.v1.submit",
        new BasicProperties(),
        new byte[0],
        System.nanoTime() + due.toNanos(),
        (message, outcome) -> {});
  }
}
