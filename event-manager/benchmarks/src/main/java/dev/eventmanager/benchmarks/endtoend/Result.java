package dev.eventmanager.benchmarks.endtoend;

import dev.eventmanager.benchmarks.contestants.Entrant;
import dev.eventmanager.benchmarks.run.Course;
import dev.eventmanager.benchmarks.run.Figure;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a contestant ran a course in one round.
 *
 * @param load the machine's load average before
 * @param figures none of a run that failed
 * @param failure of a run that lost, repeated or reordered an event, or did not come to its end
 */
record Result(
    int round,
    Entrant entrant,
    Course course,
    double load,
    Map<Figure, Double> figures,
    @Nullable String failure) {

  private static final JsonMapper JSON = new JsonMapper();

  /** One line. */
  String toJson() {
    return JSON.writeValueAsString(this);
  }

  static Result ofJson(String line) {
    return JSON.readValue(line, Result.class);
  }
}
