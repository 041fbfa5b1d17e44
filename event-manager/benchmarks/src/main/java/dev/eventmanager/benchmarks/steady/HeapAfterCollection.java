package dev.eventmanager.benchmarks.steady;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * The heap in use after the last collection, whichever it was: none is asked for, which would
 * disturb what is measured. So what is dead in the part that was not collected counts too.
 */
final class HeapAfterCollection implements LongSupplier {

  private final Set<String> heapPools = ManagementFactory.getMemoryPoolMXBeans().stream()
      .filter(pool -> pool.getType() == MemoryType.HEAP)
      .map(MemoryPoolMXBean::getName)
      .collect(Collectors.toUnmodifiableSet());
  private volatile long bytes = 0;

  private HeapAfterCollection() {}

  /** Begins to look. */
  static HeapAfterCollection watch() {
    HeapAfterCollection heap = new HeapAfterCollection();
    ManagementFactory.getGarbageCollectorMXBeans().stream()
        .map(NotificationEmitter.class::cast)
        .forEach(collector -> collector.addNotificationListener(
            (notification, nothing) -> heap.collected(notification), null, null));
    return heap;
  }

  /** Bytes; 0 before the first collection. */
  @Override
  public long getAsLong() {
    return bytes;
  }

  private void collected(Notification notification) {
    if (GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION.equals(
        notification.getType())) {
      GcInfo collection = GarbageCollectionNotificationInfo.from(
              (CompositeData) notification.getUserData())
          .getGcInfo();
      bytes = collection.getMemoryUsageAfterGc().entrySet().stream()
          .filter(pool -> heapPools.contains(pool.getKey()))
          .mapToLong(pool -> pool.getValue().getUsed())
          .sum();
    }
  }
}
