package dev.eventmanager.benchmarks.endtoend;

import dev.eventmanager.benchmarks.contestants.Entrant;
import dev.eventmanager.benchmarks.page.Spread;
import dev.eventmanager.benchmarks.run.Course;
import dev.eventmanager.benchmarks.run.Figure;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results of all rounds, and how they compare. Immutable. */
record Results(List<Result> all) {

  /** Who ran a course, in the order of their declaration. */
  Stream<Entrant> entrants(Course course) {
    return all.stream()
        .filter(result -> result.course().equals(course))
        .map(Result::entrant)
        .distinct()
        .sorted();
  }

  /** Those without a rate; the first is the one that all contestants ran. */
  Stream<Course> asFastAsPossible() {
    return courses().filter(Course::asFastAsPossible);
  }

  /** Those with a rate, the lowest first. */
  Stream<Course> atRates() {
    return courses()
        .filter(course -> !course.asFastAsPossible())
        .sorted(Comparator.comparing(Course::rate));
  }

  private Stream<Course> courses() {
    return all.stream().map(Result::course).distinct();
  }

  /** How often a course was run, if some were run in later calls; the most of any. */
  int rounds() {
    return courses().mapToInt(this::rounds).max().orElse(0);
  }

  private int rounds(Course course) {
    return (int) all.stream()
        .filter(result -> result.course().equals(course))
        .map(Result::round)
        .distinct()
        .count();
  }

  /** A line of Markdown for each run that failed; empty if none did. */
  String failures() {
    return all.stream()
        .filter(result -> result.failure() != null)
        .map(result ->
            "**%s failed in round %d** (%s): events lost, repeated or out of order, or no end.%n"
                .formatted(result.entrant(), result.round(), result.course()))
        .collect(Collectors.joining("\n"));
  }

  Spread load() {
    return Spread.of(all.stream().map(Result::load).toList());
  }

  /** A figure of a contestant over all rounds; empty if it was not measured. */
  Optional<Spread> spread(Entrant entrant, Course course, Figure figure) {
    return Spread.ofAny(byRound(entrant, course, figure).values());
  }

  /** How many times the other's figure in the same round it is. */
  Optional<Spread> ratio(Entrant entrant, Entrant other, Course course, Figure figure) {
    return Spread.ofRatios(byRound(entrant, course, figure), byRound(other, course, figure));
  }

  /** How many times the figure on the other course in the same round it is. */
  Optional<Spread> ratio(Entrant entrant, Course course, Course other, Figure figure) {
    return Spread.ofRatios(byRound(entrant, course, figure), byRound(entrant, other, figure));
  }

  private Map<Integer, Double> byRound(Entrant entrant, Course course, Figure figure) {
    Map<Integer, Double> values = new TreeMap<>();
    all.stream()
        .filter(each -> each.entrant() == entrant && each.course().equals(course))
        .forEach(each -> Optional.ofNullable(each.figures().get(figure))
            .ifPresent(value -> values.put(each.round(), value)));
    return values;
  }
}
