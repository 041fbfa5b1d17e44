package dev.eventmanager.bridge.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.bridge.target.Verdict.Outage;
import dev.eventmanager.sqs.loop.BackOff;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class GateTest {

  private static final Outage OUTAGE = new Outage("down", false, false);
  private static final Outage THROTTLED = new Outage("slower", false, true);

  private final Gate gate = new Gate(4, new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(5)));

  @Test
  void letsAsManyBatchesThroughAsItMay() {
    for (int batch = 0; batch < 4; batch++) {
      assertThat(gate.isOpen()).isTrue();
      gate.enter();
    }
    assertThat(gate.isOpen()).isFalse();

    gate.leave();

    assertThat(gate.isOpen()).isTrue();
  }

  @Test
  void letsOneBatchThroughAfterAnOutageAndThenHalfAsManyAsBefore() {
    gate.failed(enterAndLeave(), OUTAGE);
    assertThat(gate.isOpen()).isFalse();

    gate.reopen();
    var probe = gate.enter();
    assertThat(gate.isOpen()).isFalse();

    gate.leave();
    gate.succeeded(probe);
    assertThat(gate.room()).isEqualTo(2);
  }

  @Test
  void halvesItsRoomWhenThrottled() {
    gate.failed(enterAndLeave(), THROTTLED);
    gate.reopen();

    gate.enter();
    assertThat(gate.isOpen()).isTrue();
    gate.enter();
    assertThat(gate.isOpen()).isFalse();
  }

  @Test
  void makesRoomForOneMoreWithAsManySuccessesAsThereIsRoom() {
    gate.failed(enterAndLeave(), THROTTLED);
    gate.reopen();
    assertThat(gate.room()).isEqualTo(2);

    gate.succeeded(enterAndLeave());
    assertThat(gate.room()).isEqualTo(2);
    gate.succeeded(enterAndLeave());
    assertThat(gate.room()).isEqualTo(3);
  }

  @Test
  void neverMakesMoreRoomThanItMay() {
    for (int batch = 0; batch < 50; batch++) {
      gate.succeeded(enterAndLeave());
    }
    assertThat(gate.room()).isEqualTo(4);
  }

  @Test
  void settlesAtWhatATargetTakesThatThrottles() {
    var wide = new Gate(64, new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(5)));
    var taken = 10;
    for (int round = 0; round < 100; round++) {
      sendAsManyAsMay(wide, taken);
      if (round > 10) {
        assertThat(wide.room()).isBetween(taken / 2, taken + 1);
      }
    }
  }

  /** All that may be under way at once; the target throttles the last ones where it is too many. */
  private static void sendAsManyAsMay(Gate gate, int taken) {
    var passes = new ArrayList<Gate.Pass>();
    while (gate.isOpen()) {
      passes.add(gate.enter());
    }
    for (int i = 0; i < passes.size(); i++) {
      gate.leave();
      if (i < taken) {
        gate.succeeded(passes.get(i));
      } else {
        gate.failed(passes.get(i), THROTTLED);
      }
    }
    gate.reopen();
  }

  @Test
  void countsBatchesThatFailTogetherAsOneFailure() {
    var first = gate.enter();
    var second = gate.enter();
    gate.leave();
    assertThat(gate.failed(first, OUTAGE)).contains(Duration.ofSeconds(1));
    gate.leave();
    assertThat(gate.failed(second, OUTAGE)).isEmpty();
    gate.reopen();

    assertThat(gate.failed(enterAndLeave(), OUTAGE)).contains(Duration.ofSeconds(2));
  }

  @Test
  void waitsLongerWithEachFailureUntilASuccess() {
    assertThat(fail()).isEqualTo(Duration.ofSeconds(1));
    assertThat(fail()).isEqualTo(Duration.ofSeconds(2));
    assertThat(fail()).isEqualTo(Duration.ofSeconds(4));
    assertThat(fail()).isEqualTo(Duration.ofSeconds(5));

    gate.succeeded(enterAndLeave());

    assertThat(fail()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void tellsItsTroubleUntilABatchGetsThrough() {
    fail();
    assertThat(gate.trouble()).contains("down");

    gate.succeeded(enterAndLeave());

    assertThat(gate.trouble()).isEmpty();
  }

  private Duration fail() {
    var delay = gate.failed(enterAndLeave(), OUTAGE).orElseThrow();
    gate.reopen();
    return delay;
  }

  private Gate.Pass enterAndLeave() {
    var pass = gate.enter();
    gate.leave();
    return pass;
  }
}
