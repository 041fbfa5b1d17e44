package dev.eventmanager.benchmarks.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.benchmarks.page.Spread;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartsTest {

  private final Starts starts = new Starts(List.of(
      start(1, Candidate.SPRING_AMQP, 1_000),
      start(1, Candidate.LIBRARY, 1_500),
      start(2, Candidate.LIBRARY, 3_000),
      start(2, Candidate.SPRING_AMQP, 1_500)));

  @Test
  void comparesWithinARound() {
    assertThat(starts.ratio(Candidate.LIBRARY, Candidate.SPRING_AMQP, Cost.RUNNING))
        .contains(new Spread(1.75, 1.5, 2));
  }

  @Test
  void takesTheMedianWithTheLeastAndTheMost() {
    assertThat(starts.spread(Candidate.LIBRARY, Cost.RUNNING))
        .contains(new Spread(2_250, 1_500, 3_000));
  }

  @Test
  void hasNothingToTellOfWhatTheSystemDoesNotTell() {
    assertThat(starts.spread(Candidate.LIBRARY, Cost.RESIDENT)).isEmpty();
    assertThat(starts.ratio(Candidate.LIBRARY, Candidate.SPRING_AMQP, Cost.RESIDENT))
        .isEmpty();
  }

  private static Start start(int round, Candidate candidate, double running) {
    return new Start(round, candidate, 1.5, Map.of(Cost.RUNNING, running));
  }
}
