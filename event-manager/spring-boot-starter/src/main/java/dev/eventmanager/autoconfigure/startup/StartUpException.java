package dev.eventmanager.autoconfigure.startup;

import java.util.List;

/** The service cannot work as it stands: every problem found, each with its mend. */
public final class StartUpException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  public StartUpException(List<String> problems) {
    super("%d problem%s keep%s this service from handling events:%n%n- %s"
        .formatted(
            problems.size(),
            problems.size() == 1 ? "" : "s",
            problems.size() == 1 ? "s" : "",
            String.join(System.lineSeparator() + "- ", problems)));
    this.problems = List.copyOf(problems);
  }

  /** One or two sentences each: what is wrong, where, and what to do. */
  public List<String> problems() {
    return problems;
  }
}
