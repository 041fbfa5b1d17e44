package dev.eventmanager.jdbc.drain;

import dev.eventmanager.jdbc.parking.ReplayOutcomes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what became of replayed events. */
final class RecordedOutcomes implements ReplayOutcomes {

  private final List<Long> succeeded = new CopyOnWriteArrayList<>();
  private final List<Long> failedAgain = new CopyOnWriteArrayList<>();

  @Override
  public void succeeded(long parkedId) {
    succeeded.add(parkedId);
  }

  @Override
  public void failedAgain(long parkedId) {
    failedAgain.add(parkedId);
  }

  List<Long> succeeded() {
    return succeeded;
  }

  List<Long> failedAgain() {
    return failedAgain;
  }
}
