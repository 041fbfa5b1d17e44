package dev.eventmanager.bridge.mirror;

import dev.eventmanager.bridge.target.MirrorTarget;
import dev.eventmanager.bridge.target.Verdict;
import dev.eventmanager.sqs.mapping.MirrorMessage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Throttles whoever has more than so many batches under way. */
final class CrowdedTarget implements MirrorTarget {

  private final MirrorTarget target;
  private final int most;
  private final AtomicInteger underWay = new AtomicInteger();
  final AtomicInteger taken = new AtomicInteger();
  final AtomicInteger throttled = new AtomicInteger();

  CrowdedTarget(MirrorTarget target, int most) {
    this.target = target;
    this.most = most;
  }

  @Override
  public CompletableFuture<List<Verdict>> send(List<MirrorMessage> batch) {
    if (underWay.incrementAndGet() > most) {
      underWay.decrementAndGet();
      throttled.incrementAndGet();
      return CompletableFuture.completedFuture(batch.stream()
          .<Verdict>map(each -> new Verdict.Outage("slower", false, true))
          .toList());
    }
    taken.incrementAndGet();
    return target.send(batch).whenComplete((verdicts, lost) -> underWay.decrementAndGet());
  }

  @Override
  public String name() {
    return target.name();
  }

  @Override
  public int maximumMessageSize() {
    return target.maximumMessageSize();
  }

  @Override
  public CompletableFuture<Optional<Verdict.Outage>> probe() {
    return target.probe();
  }
}
