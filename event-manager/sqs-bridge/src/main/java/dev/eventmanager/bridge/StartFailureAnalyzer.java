package dev.eventmanager.bridge;

import dev.eventmanager.bridge.audit.AuditException;
import dev.eventmanager.bridge.settings.UnusableSettingsException;
import dev.eventmanager.rabbit.topology.TopologyException;
import dev.eventmanager.sqs.connection.UnusableException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Says in a line or two why the bridge does not start, and what to do, without a stack trace. */
class StartFailureAnalyzer implements FailureAnalyzer {

  /** H2's own number for it. */
  private static final int FILE_IS_IN_USE = 90_020;

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      var analysis = analyzeOne(cause);
      if (analysis != null) {
        return analysis;
      }
    }
    return null;
  }

  private static @Nullable FailureAnalysis analyzeOne(Throwable cause) {
    if (cause instanceof UnusableException unusable) {
      return new FailureAnalysis(unusable.getMessage(), unusable.remedy(), unusable);
    }
    if (cause instanceof AuditException
        || cause instanceof UnusableSettingsException
        || cause instanceof TopologyException) {
      return new FailureAnalysis(cause.getMessage(), "Each line says what to do.", cause);
    }
    if (cause instanceof SQLException failure && failure.getErrorCode() == FILE_IS_IN_USE) {
      return new FailureAnalysis(
          "Another process has the embedded database: " + cause.getMessage(),
          "Stop the other bridge. To run several, have them share a PostgreSQL: set"
              + " spring.datasource.url, .username and .password in each. For one that has nothing"
              + " to do with the other, set bridge.data to a folder of its own.",
          cause);
    }
    if (cause instanceof SdkClientException) {
      return new FailureAnalysis(
          "There is no way to SQS: "
              + String.valueOf(cause.getMessage()).split(" in the chain ", 2)[0],
          "Set bridge.sqs.region (with an endpoint of your own any will do, such as us-east-1).",
          cause);
    }
    return null;
  }
}
