package dev.eventmanager.emulator.rules;

import dev.eventmanager.emulator.Errors;
import dev.eventmanager.emulator.FaultProxy.Answer;
import tools.jackson.databind.node.ObjectNode;

/** A rule that a request, or one entry of it, breaks; in the words of SQS. */
record Violation(String code, String message) {

  static final String INVALID_PARAMETER = "InvalidParameterValue";

  static Violation invalid(String reason, Object... details) {
    return new Violation(INVALID_PARAMETER, reason.formatted(details));
  }

  Answer ofRequest() {
    return Errors.request(400, code, message);
  }

  ObjectNode ofEntry(ObjectNode entry) {
    return Errors.entry(entry.path("Id").asString(""), code, true, message);
  }
}
