package dev.eventmanager.benchmarks.startup;

import dev.eventmanager.benchmarks.page.Spread;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The starts of all rounds, and how they compare. Immutable. */
record Starts(List<Start> all) {

  Spread load() {
    return Spread.of(all.stream().map(Start::load).toList());
  }

  /** A cost over all rounds; empty if it was not measured, as resident memory outside of Linux. */
  Optional<Spread> spread(Candidate candidate, Cost cost) {
    return Spread.ofAny(byRound(candidate, cost).values());
  }

  /** How many times the other's cost in the same round it is. */
  Optional<Spread> ratio(Candidate candidate, Candidate other, Cost cost) {
    return Spread.ofRatios(byRound(candidate, cost), byRound(other, cost));
  }

  private Map<Integer, Double> byRound(Candidate candidate, Cost cost) {
    Map<Integer, Double> values = new TreeMap<>();
    all.stream()
        .filter(start -> start.candidate() == candidate)
        .forEach(start -> Optional.ofNullable(start.costs().get(cost))
            .ifPresent(value -> values.put(start.round(), value)));
    return values;
  }
}
