package dev.eventmanager.rabbit.consume;

/**
 * Which partitions are one instance's, when they are dealt out one after the other.
 *
 * @param seat this instance's number, from 1
 * @param instances how many there are
 */
record Share(int seat, int instances) {

  static final Share UNKNOWN = new Share(0, 0);

  /** Whether a partition, counted from 0, is this instance's. */
  boolean has(int partition) {
    return partition % instances == seat - 1;
  }

  /** Whether every instance has a seat among the first ones, as far as this one can tell. */
  boolean isComplete() {
    return seat >= 1 && seat <= instances;
  }
}
