package dev.eventmanager.benchmarks.bridge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What takes the batches, and how long its answers are on their way. */
final class SqsOptions {

  @Option(
      names = "--round-trip",
      paramLabel = "MILLIS",
      defaultValue = "0",
      description = "How long SQS takes to answer; default ${DEFAULT-VALUE}.")
  private int roundTrip;

  @Option(
      names = "--elasticmq",
      description = "ElasticMQ takes the batches, which is slower with each it has taken.")
  private boolean elasticMq;

  TallyingSqs tallying() {
    return new TallyingSqs(Duration.ofMillis(roundTrip), elasticMq);
  }

  /** As a command line has them. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("--round-trip", "" + roundTrip));
    if (elasticMq) {
      arguments.add("--elasticmq");
    }
    return arguments;
  }
}
