package dev.eventmanager.rabbit.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LanesTest {

  private final Lanes<String> lanes = new Lanes<>(8);

  @Test
  void processesTheFirstOfEachKeyAtOnce() {
    assertThat(lanes.enter("a", "a1")).isTrue();
    assertThat(lanes.enter("b", "b1")).isTrue();
    assertThat(lanes.busy()).isEqualTo(2);
  }

  @Test
  void letsLaterOnesOfAKeyWaitInOrder() {
    lanes.enter("a", "a1");

    assertThat(lanes.enter("a", "a2")).isFalse();
    assertThat(lanes.enter("a", "a3")).isFalse();

    assertThat(lanes.leave("a")).isEqualTo("a2");
    assertThat(lanes.leave("a")).isEqualTo("a3");
    assertThat(lanes.leave("a")).isNull();
    assertThat(lanes.busy()).isZero();
  }

  @Test
  void keepsNothingOfAKeyThatIsDone() {
    lanes.enter("a", "a1");
    lanes.leave("a");

    assertThat(lanes.enter("a", "a2")).isTrue();
  }

  @Test
  void forgetsThoseThatWaitButNotTheOneInHand() {
    lanes.enter("a", "old 1");
    lanes.enter("a", "old 2");
    lanes.enter("a", "new 1");

    lanes.forgetWaiting(item -> item.startsWith("old"));

    assertThat(lanes.busy()).isEqualTo(1);
    assertThat(lanes.leave("a")).isEqualTo("new 1");
  }

  @Test
  void givesALineThatTakesTheRoomOfOthersAwayAsAWhole() {
    lanes.enter("b", "b1");
    for (String item : List.of("a1", "a2", "a3", "a4")) {
      lanes.enter("a", item);
    }
    assertThat(lanes.leaveIfCrowding("a")).as("there is room").isEmpty();
    lanes.enter("c", "c1");

    assertThat(lanes.leaveIfCrowding("b")).isEmpty();
    assertThat(lanes.leaveIfCrowding("a")).containsExactly("a2", "a3", "a4");
    assertThat(lanes.enter("a", "a5")).as("its lane is held").isFalse();
  }

  @Test
  void goesOnGivingALineAwayUntilItsLaneIsEmpty() {
    lanes.enter("b", "b1");
    lanes.enter("c", "c1");
    for (String item : List.of("a1", "a2", "a3", "a4")) {
      lanes.enter("a", item);
    }
    lanes.leaveIfCrowding("a");
    lanes.enter("a", "a5");
    lanes.enter("a", "a6");

    assertThat(lanes.leaveIfCrowding("a")).containsExactly("a5", "a6");
    assertThat(lanes.leave("a")).isNull();

    lanes.enter("a", "a7");
    lanes.enter("a", "a8");
    lanes.enter("a", "a9");
    assertThat(lanes.leaveIfCrowding("a")).isEmpty();
  }
}
