package dev.eventmanager.benchmarks.endtoend;

import picocli.CommandLine.Option;

/** How long a run takes. */
final class Times {

  @Option(
      names = "--warm-up",
      defaultValue = "30",
      description =
          "Seconds before the measured ones, at least 2, and enough for the compilers to be"
              + " done; PerfTest's are always as many as the measured ones; default ${DEFAULT-VALUE}.")
  private int warmUp;

  @Option(
      names = "--seconds",
      defaultValue = "10",
      description = "Measured seconds; default ${DEFAULT-VALUE}.")
  private int seconds;

  int warmUp() {
    return warmUp;
  }

  int seconds() {
    return seconds;
  }
}
