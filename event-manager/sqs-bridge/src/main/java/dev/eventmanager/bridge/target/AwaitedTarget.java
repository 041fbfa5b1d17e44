package dev.eventmanager.bridge.target;

import dev.eventmanager.bridge.target.Verdict.Outage;
import dev.eventmanager.sqs.connection.UnusableException;
import dev.eventmanager.sqs.mapping.MirrorMessage;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A target that was away when it was to be opened: each time it is asked whether it can be reached,
 * it is opened if it can. What is wrong with it then is an outage too, which ends when it is mended.
 */
public final class AwaitedTarget implements MirrorTarget {
  private final String name;
  private final UnusableException away;
  private final Supplier<MirrorTarget> opening;
  private final Executor threads;
  private volatile @Nullable MirrorTarget opened;

  /**
   * One to be opened.
   *
   * @param name the one it will have
   * @param away what kept it from being opened
   * @param opening blocks; fails with an {@link UnusableException}
   * @param threads run what blocks
   */
  public AwaitedTarget(
      String name, UnusableException away, Supplier<MirrorTarget> opening, Executor threads) {
    this.name = name;
    this.away = away;
    this.opening = opening;
    this.threads = threads;
  }

  @Override
  public String name() {
    return name;
  }

  /** No limit is known before it is opened, and nothing is to be held against one. */
  @Override
  public int maximumMessageSize() {
    var target = opened;
    return target == null ? Integer.MAX_VALUE : target.maximumMessageSize();
  }

  @Override
  public int maximumBatchSize() {
    var target = opened;
    return target == null ? Integer.MAX_VALUE : target.maximumBatchSize();
  }

  @Override
  public Optional<Outage> awayFromTheStart() {
    return Optional.of(outage(away));
  }

  @Override
  public CompletableFuture<Optional<Outage>> probe() {
    var target = opened;
    return target == null ? CompletableFuture.supplyAsync(this::open, threads) : target.probe();
  }

  @Override
  public CompletableFuture<List<Verdict>> send(List<MirrorMessage> batch) {
    var target = opened;
    return target == null ? openAndSend(batch) : target.send(batch);
  }

  private CompletableFuture<List<Verdict>> openAndSend(List<MirrorMessage> batch) {
    return probe()
        .thenCompose(outage -> outage
            .map(why ->
                CompletableFuture.completedFuture(Collections.<Verdict>nCopies(batch.size(), why)))
            .orElseGet(() -> Objects.requireNonNull(opened).send(batch)));
  }

  private Optional<Outage> open() {
    try {
      opened = opening.get();
      return Optional.empty();
    } catch (UnusableException unusable) {
      return Optional.of(outage(unusable));
    } catch (RuntimeException notEvenAsked) {
      return Optional.of(new Outage(String.valueOf(notEvenAsked.getMessage()), false, false));
    }
  }

  private static Outage outage(UnusableException unusable) {
    return new Outage("%s. %s.".formatted(unusable.getMessage(), unusable.remedy()), false, false);
  }
}
