package dev.eventmanager.killmatrix.bridge.fault;

import dev.eventmanager.emulator.FaultProxy.Fault;
import dev.eventmanager.emulator.Faults;

/** What befalls single requests of the bridge to SQS. */
public enum Mishap {
  ANSWER_LOST("SQS took the batch, and its answer was lost", Faults.answerLost()),
  REQUEST_LOST("the request was lost", Faults.requestLost()),
  UNAVAILABLE("503", Faults.unavailable()),
  THROTTLED("throttled", Faults.throttled()),
  REQUEST_LATE("the request came after it was given up", Faults.requestLate(Weather.LATE)),
  ANSWER_LATE("the answer came after it was given up", Faults.answerLate(Weather.LATE)),
  ENTRIES_FAILED("a part of the batch failed", Faults.someEntriesFail(14, 0.4));

  private final String description;
  private final Fault fault;

  Mishap(String description, Fault fault) {
    this.description = description;
    this.fault = fault;
  }

  /** For documents. */
  public String description() {
    return description;
  }

  Fault fault() {
    return fault;
  }
}
