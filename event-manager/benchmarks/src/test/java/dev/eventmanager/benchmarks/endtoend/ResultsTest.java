package dev.eventmanager.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.benchmarks.contestants.Entrant;
import dev.eventmanager.benchmarks.page.Spread;
import dev.eventmanager.benchmarks.run.Course;
import dev.eventmanager.benchmarks.run.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsTest {

  private static final Course COURSE = new Course(0, 1, 10, 1, 1, 5, 10);

  private final Results results = new Results(List.of(
      result(1, Entrant.LIBRARY, 50),
      result(1, Entrant.PERF_TEST, 100),
      result(2, Entrant.LIBRARY, 300),
      result(2, Entrant.PERF_TEST, 200),
      result(3, Entrant.LIBRARY, 90)));

  @Test
  void takesTheMedianWithTheLeastAndTheMost() {
    assertThat(results.spread(Entrant.LIBRARY, COURSE, Figure.RECEIVED))
        .contains(new Spread(90, 50, 300));
  }

  @Test
  void comparesWithinARoundAndLeavesOutWhereTheOtherIsMissing() {
    assertThat(results.ratio(Entrant.LIBRARY, Entrant.PERF_TEST, COURSE, Figure.RECEIVED))
        .contains(new Spread(1.0, 0.5, 1.5));
  }

  @Test
  void comparesACourseWithItsBaseWithinARound() {
    Course more = COURSE.with(8, 10);
    Results both = new Results(List.of(
        result(1, COURSE, 100), result(1, more, 110), result(2, COURSE, 50), result(2, more, 40)));

    assertThat(both.ratio(Entrant.LIBRARY, more, COURSE, Figure.RECEIVED))
        .contains(new Spread((1.1 + 0.8) / 2, 0.8, 1.1));
  }

  @Test
  void hasNothingToTellOfWhatWasNotMeasured() {
    assertThat(results.spread(Entrant.BARE, COURSE, Figure.RECEIVED)).isEmpty();
    assertThat(results.spread(Entrant.LIBRARY, COURSE, Figure.P99)).isEmpty();
  }

  @Test
  void tellsARunThatFailedAndComparesTheOthers() {
    Result failed = new Result(4, Entrant.LIBRARY, COURSE, 1.5, Map.of(), "3 came after 1");
    List<Result> all = new ArrayList<>(results.all());
    all.add(failed);
    Results withFailure = new Results(all);

    assertThat(results.failures()).isEmpty();
    assertThat(withFailure.failures()).contains("library failed in round 4");
    assertThat(withFailure.spread(Entrant.LIBRARY, COURSE, Figure.RECEIVED))
        .isEqualTo(results.spread(Entrant.LIBRARY, COURSE, Figure.RECEIVED));
    assertThat(Result.ofJson(failed.toJson())).isEqualTo(failed);
  }

  @Test
  void readsBackWhatItRecorded() {
    Result result = result(1, Entrant.SPRING_AMQP_BEST, 50);

    assertThat(Result.ofJson(result.toJson())).isEqualTo(result);
  }

  private static Result result(int round, Course course, double received) {
    return new Result(round, Entrant.LIBRARY, course, 1.5, Map.of(Figure.RECEIVED, received), null);
  }

  private static Result result(int round, Entrant entrant, double received) {
    return new Result(round, entrant, COURSE, 1.5, Map.of(Figure.RECEIVED, received), null);
  }
}
