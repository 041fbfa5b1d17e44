package dev.eventmanager.rabbit.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class LivePartitionsTest {

  @Test
  void acceptsABrokerThatHasNothingYet() {
    assertThat(new LivePartitions(Set.<String>of()::contains).problem(queue(1))).isEmpty();
    assertThat(new LivePartitions(Set.<String>of()::contains).problem(queue(3))).isEmpty();
  }

  @Test
  void acceptsWhatIsDeclared() {
    assertThat(new LivePartitions(Set.of("q")::contains).problem(queue(1))).isEmpty();
    assertThat(new LivePartitions(Set.of("q.1", "q.2", "q.3")::contains).problem(queue(3)))
        .isEmpty();
  }

  /** Another instance is at it, or stopped in the middle. */
  @Test
  void acceptsPartitionsThatAreBeingDeclaredFromTheLast() {
    assertThat(new LivePartitions(Set.of("q.2", "q.3")::contains).problem(queue(3)))
        .isEmpty();
  }

  @Test
  void refusesMorePartitionsAndFewer() {
    Set<String> three = Set.of("q.1", "q.2", "q.3");
    assertThat(new LivePartitions(three::contains).problem(queue(2)))
        .get()
        .asString()
        .isEqualTo("queue \"q\": declared 2 partitions, the broker says that it has more of them;"
            + " set its partitions back; or, to change it, stop what publishes"
            + " to it, let its consumers empty it, stop them, delete its queues on the broker"
            + " (rabbitmqctl delete_queue q.1 and on), then start again");
    assertThat(new LivePartitions(three::contains).problem(queue(4)))
        .get()
        .asString()
        .contains("fewer");
  }

  @Test
  void refusesToSplitAndToJoinWhatIsThere() {
    assertThat(new LivePartitions(Set.of("q")::contains).problem(queue(2)))
        .get()
        .asString()
        .contains("declared 2 partitions, the broker says that it has it as one queue")
        .contains("rabbitmqctl delete_queue q)");
    assertThat(new LivePartitions(Set.of("q.1", "q.2")::contains).problem(queue(1)))
        .get()
        .asString()
        .contains("declared in one piece, the broker says that it has it in partitions");
  }

  private static EventQueue queue(int partitions) {
    return new EventQueue("q", partitions);
  }
}
