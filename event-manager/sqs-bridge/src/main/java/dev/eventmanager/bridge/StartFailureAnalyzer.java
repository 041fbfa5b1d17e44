package dev.eventmanager.bridge;

import dev.eventmanager.bridge.queue.QueueUnusableException;
import dev.eventmanager.rabbit.topology.TopologyException;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpConnectException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Says in a line or two why the bridge does not start, and what to do, without a stack trace. */
class StartFailureAnalyzer implements FailureAnalyzer {

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
    if (cause instanceof QueueUnusableException unusable) {
      return new FailureAnalysis(unusable.getMessage(), unusable.remedy(), unusable);
    }
    if (cause instanceof UnusableSettingsException || cause instanceof TopologyException) {
      return new FailureAnalysis(cause.getMessage(), "Each line says what to do.", cause);
    }
    if (cause instanceof AmqpConnectException) {
      return new FailureAnalysis(
          "RabbitMQ cannot be reached: " + cause.getMessage(),
          "Start it, or correct spring.rabbitmq.addresses.",
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
