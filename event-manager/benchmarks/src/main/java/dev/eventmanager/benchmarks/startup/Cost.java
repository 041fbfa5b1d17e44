package dev.eventmanager.benchmarks.startup;

/** What a start costs. */
enum Cost {
  /** Milliseconds from the launch of the process until the service runs. */
  RUNNING,
  /** Milliseconds from the launch until it has handled an event. */
  FIRST_HANDLED,
  /** Megabytes of the process that are in memory, by the operating system. */
  RESIDENT,
  /** Megabytes of the heap in use after a full collection. */
  HEAP
}
