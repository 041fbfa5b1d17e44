package dev.eventmanager.handling;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * For services without a database, where nothing outlives the process but the broker's count.
 * Thread-safe.
 *
 * <p>Suspects are handled one by one, so those before the guilty one get done, and it comes to stand
 * first in its queue. What a new process finds first, and has been lost very often, is taken for
 * guilty. Of a service that dies for another reason an innocent event can so be parked, one each
 * time that it starts.
 */
public final class UnmarkedCrashes implements CrashMarks {

  /** By then the suspects before it have had their turn in several processes. */
  private static final int LOST_TOO_OFTEN = 2 * Suspects.SUSPICIOUS;

  private final Set<String> begunQueues = ConcurrentHashMap.newKeySet();

  @Override
  public int begin(Delivery delivery) {
    boolean first = begunQueues.add(delivery.queue());
    return first && delivery.timesLost() >= LOST_TOO_OFTEN ? Suspects.GUILTY : 0;
  }

  @Override
  public void end(Delivery delivery) {
    // The process lives, and knows that itself.
  }
}
