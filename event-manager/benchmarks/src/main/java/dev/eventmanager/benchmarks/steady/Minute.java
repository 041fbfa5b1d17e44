package dev.eventmanager.benchmarks.steady;

/**
 * One of the measured minutes. Latencies are in milliseconds and run from when an event was due.
 *
 * @param handled events
 * @param heap after the last collection, in MB; 0 if there was none yet
 */
record Minute(double handled, double p50, double p99, double p999, double heap) {

  /** How many times each of the other's figures these are. */
  Minute dividedBy(Minute other) {
    return new Minute(
        handled / other.handled,
        p50 / other.p50,
        p99 / other.p99,
        p999 / other.p999,
        heap / other.heap);
  }
}
