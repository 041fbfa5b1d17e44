package dev.eventmanager.emulator;

import dev.eventmanager.emulator.FaultProxy.Fault;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Which fault befalls which request, and how many requests came by. */
final class FaultPlan {

  private final Map<Operation, Queue<Fault>> once = new ConcurrentHashMap<>();
  private final Map<Operation, Fault> always = new ConcurrentHashMap<>();
  private final Map<Operation, AtomicInteger> requests = new ConcurrentHashMap<>();

  void once(Operation operation, Fault fault) {
    once.computeIfAbsent(operation, none -> new ConcurrentLinkedQueue<>()).add(fault);
  }

  void always(Operation operation, Fault fault) {
    always.put(operation, fault);
  }

  void clear() {
    once.clear();
    always.clear();
    requests.clear();
  }

  /** The fault for the next request of this kind, which is counted. */
  Fault next(Operation operation) {
    requests.computeIfAbsent(operation, none -> new AtomicInteger()).incrementAndGet();
    var waiting = once.get(operation);
    var first = waiting == null ? null : waiting.poll();
    return first == null ? always.getOrDefault(operation, Faults.none()) : first;
  }

  int requests(Operation operation) {
    var count = requests.get(operation);
    return count == null ? 0 : count.get();
  }
}
