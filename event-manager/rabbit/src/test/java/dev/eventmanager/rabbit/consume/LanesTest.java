package dev.eventmanager.rabbit.consume;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanesTest {

  private final Lanes<String> lanes = new Lanes<>();

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
}
