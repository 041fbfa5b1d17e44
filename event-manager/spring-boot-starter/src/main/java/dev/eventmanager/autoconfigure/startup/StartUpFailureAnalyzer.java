package dev.eventmanager.autoconfigure.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Has Spring Boot print the problems instead of a stack trace. */
final class StartUpFailureAnalyzer extends AbstractFailureAnalyzer<StartUpException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, StartUpException cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "Mend each of them as it says, and start again.",
        cause);
  }
}
