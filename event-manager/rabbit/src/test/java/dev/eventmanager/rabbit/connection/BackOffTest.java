package dev.eventmanager.rabbit.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {

  private final BackOff backOff = new BackOff(Duration.ofMillis(100), Duration.ofSeconds(1));

  @Test
  void doublesUpToItsLimitLessAFifthAtMost() {
    assertThat(backOff.after(1)).isBetween(Duration.ofMillis(80), Duration.ofMillis(100));
    assertThat(backOff.after(3)).isBetween(Duration.ofMillis(320), Duration.ofMillis(400));
    assertThat(backOff.after(5)).isBetween(Duration.ofMillis(800), Duration.ofSeconds(1));
    assertThat(backOff.after(1_000_000)).isBetween(Duration.ofMillis(800), Duration.ofSeconds(1));
  }

  @Test
  void refusesWaitsThatMakeNoSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BackOff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
  }
}
