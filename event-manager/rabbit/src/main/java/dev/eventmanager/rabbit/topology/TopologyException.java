package dev.eventmanager.rabbit.topology;

import java.util.List;
import java.util.stream.Collectors;

/** The broker does not take the topology; tells every problem at once. */
public final class TopologyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<TopologyProblem> problems;

  TopologyException(List<TopologyProblem> problems) {
    super(problems.stream()
        .map(each -> System.lineSeparator() + "  - " + each)
        .collect(Collectors.joining("", "the topology does not fit the broker:", "")));
    this.problems = List.copyOf(problems);
  }

  public List<TopologyProblem> problems() {
    return problems;
  }
}
