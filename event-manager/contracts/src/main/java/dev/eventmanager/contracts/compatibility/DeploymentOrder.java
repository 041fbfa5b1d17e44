package dev.eventmanager.contracts.compatibility;

import dev.eventmanager.contracts.compatibility.change.Verdict;
import dev.eventmanager.contracts.compatibility.change.Verdicts;

/** Which of two releases' services may be deployed first. */
public enum DeploymentOrder {
  ANY("in any order"),
  PUBLISHERS_FIRST(
      "publishers first, and subscribers once no old event waits, is retried or is parked"),
  SUBSCRIBERS_FIRST("subscribers first, and publishers once all of them are deployed"),
  NONE("in no order: whoever is first, events cannot be read");

  private final String words;

  DeploymentOrder(String words) {
    this.words = words;
  }

  static DeploymentOrder of(Verdicts verdicts) {
    boolean newReadersRead = verdicts.newReaders() == Verdict.COMPATIBLE;
    boolean oldReadersRead = verdicts.oldReaders() == Verdict.COMPATIBLE;
    if (newReadersRead) {
      return oldReadersRead ? ANY : SUBSCRIBERS_FIRST;
    }
    return oldReadersRead ? PUBLISHERS_FIRST : NONE;
  }

  @Override
  public String toString() {
    return words;
  }
}
