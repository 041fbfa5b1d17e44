package dev.eventmanager.rabbit.topology;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A queue of events, and all that stands on the broker for it. Immutable.
 *
 * <p>Handlers, inbox and parked events know it by its name, however many partitions it has.
 *
 * @param name its name
 * @param partitions 1 for one queue under that very name; more for as many queues behind an
 *     exchange that spreads the ordering keys over them
 */
record EventQueue(String name, int partitions) {

  private static final String SPREADING = ".partitions";

  EventQueue {
    if (partitions < 1) {
      throw new IllegalArgumentException(
          "queue \"%s\" cannot have %d partitions; it has at least 1".formatted(name, partitions));
    }
  }

  boolean isPartitioned() {
    return partitions > 1;
  }

  /** The queues that hold its events. */
  List<String> queues() {
    return isPartitioned()
        ? IntStream.rangeClosed(1, partitions).mapToObj(this::partition).toList()
        : List.of(name);
  }

  /** The queue of one partition, counted from 1. */
  String partition(int number) {
    return name + "." + number;
  }

  /** The exchange that spreads its events over its partitions. */
  String spreadingExchange() {
    return name + SPREADING;
  }

  static boolean isSpreadingExchange(String exchange) {
    return exchange.endsWith(SPREADING);
  }

  /** The queue whose events such an exchange spreads. */
  static String spreadBy(String exchange) {
    return exchange.substring(0, exchange.length() - SPREADING.length());
  }

  /** The queue for what is set aside, and the exchange by which the broker sets aside itself. */
  String parked() {
    return Topology.parkedQueue(name);
  }

  /** Whether a queue on the broker is one of its. */
  boolean has(String queue) {
    return queues().contains(queue);
  }
}
