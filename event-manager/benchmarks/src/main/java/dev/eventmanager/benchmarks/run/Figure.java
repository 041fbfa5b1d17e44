package dev.eventmanager.benchmarks.run;

/** What is measured of a run. Latencies are in milliseconds. */
public enum Figure {
  /** Events received a second. */
  RECEIVED,
  /** Events published a second. */
  PUBLISHED,
  /** From when an event was due to its handler: a publisher that falls behind counts. */
  P50,
  P99,
  P999,
  /** From when it was handed over to its handler, as PerfTest counts. */
  P50_FROM_SEND,
  P99_FROM_SEND,
  P999_FROM_SEND
}
