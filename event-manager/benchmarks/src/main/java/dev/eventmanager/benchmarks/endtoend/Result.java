package dev.eventmanager.benchmarks.endtoend;

import dev.eventmanager.benchmarks.contestants.Entrant;
import dev.eventmanager.benchmarks.run.Course;
import dev.eventmanager.benchmarks.run.Figure;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a contestant ran a course in one round.
 *
 * @param load the machine's load average before
 */
record Result(int round, Entrant entrant, Course course, double load, Map<Figure, Double> figures) {

  private static final JsonMapper JSON = new JsonMapper();

  /** One line. */
  String toJson() {
    return JSON.writeValueAsString(this);
  }

  static Result ofJson(String line) {
    return JSON.readValue(line, Result.class);
  }
}
