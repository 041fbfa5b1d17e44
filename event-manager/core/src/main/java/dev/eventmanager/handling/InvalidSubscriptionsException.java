package dev.eventmanager.handling;

import java.util.List;

/** Subscriptions that cannot work, every problem with its mend in one message. */
public final class InvalidSubscriptionsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  InvalidSubscriptionsException(List<String> problems) {
    super("%d problem%s with the subscriptions:%n- %s"
        .formatted(
            problems.size(),
            problems.size() == 1 ? "" : "s",
            String.join(System.lineSeparator() + "- ", problems)));
    this.problems = List.copyOf(problems);
  }

  /** One sentence or two each: what is wrong, where, and what to do. */
  public List<String> problems() {
    return problems;
  }
}
