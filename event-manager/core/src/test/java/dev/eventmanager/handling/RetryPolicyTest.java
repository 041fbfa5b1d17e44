package dev.eventmanager.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  private final RetryPolicy policy =
      new RetryPolicy(9, 3, Duration.ofMillis(100), 3, Duration.ofSeconds(1));

  @Test
  void waitsLongerAfterEachFailureUpToTheLongestWait() {
    assertThat(policy.delayAfter(1)).isBetween(Duration.ofMillis(90), Duration.ofMillis(110));
    assertThat(policy.delayAfter(2)).isBetween(Duration.ofMillis(270), Duration.ofMillis(330));
    assertThat(policy.delayAfter(8)).isBetween(Duration.ofMillis(900), Duration.ofMillis(1100));
  }

  @Test
  void refusesWhatMakesNoSense() {
    Duration wait = Duration.ofMillis(1);
    assertThatThrownBy(() -> new RetryPolicy(0, 1, wait, 1, wait))
        .hasMessageContaining("at least 1");
    assertThatThrownBy(() -> new RetryPolicy(1, 1, wait, 0.5, wait)).hasMessageContaining("0.5");
    assertThatThrownBy(() -> new RetryPolicy(1, 1, wait, 1, Duration.ZERO))
        .hasMessageContaining("max delay");
  }
}
