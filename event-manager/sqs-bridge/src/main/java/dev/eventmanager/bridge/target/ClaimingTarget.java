package dev.eventmanager.bridge.target;

import dev.eventmanager.bridge.target.Verdict.Outage;
import dev.eventmanager.bridge.target.Verdict.Refused;
import dev.eventmanager.sqs.claim.ClaimStore;
import dev.eventmanager.sqs.mapping.MirrorMessage;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Takes messages of any size for a target that does not: the body of one that is too large is stored
 * before the message is sent, which then carries the claim to it.
 */
public final class ClaimingTarget implements MirrorTarget {

  private final MirrorTarget target;
  private final ClaimStore claims;

  /** In front of a target. */
  public ClaimingTarget(MirrorTarget target, ClaimStore claims) {
    this.target = target;
    this.claims = claims;
  }

  @Override
  public String name() {
    return target.name();
  }

  /** Whatever fits into memory. */
  @Override
  public int maximumMessageSize() {
    return Integer.MAX_VALUE;
  }

  /** No more than one message may have, so that one with a claim fills a batch: nothing waits for S3 with it. */
  @Override
  public int maximumBatchSize() {
    return Math.min(target.maximumMessageSize(), target.maximumBatchSize());
  }

  @Override
  public CompletableFuture<Optional<Outage>> probe() {
    return target.probe();
  }

  @Override
  public CompletableFuture<List<Verdict>> send(List<MirrorMessage> batch) {
    if (batch.stream().allMatch(this::fits)) {
      return target.send(batch);
    }
    var sendable = batch.stream().map(this::sendable).toList();
    return CompletableFuture.allOf(sendable.toArray(CompletableFuture[]::new))
        .thenCompose(stored ->
            sendWhatCanBe(sendable.stream().map(CompletableFuture::join).toList()));
  }

  private boolean fits(MirrorMessage message) {
    return message.size() <= target.maximumMessageSize();
  }

  private CompletableFuture<Sendable> sendable(MirrorMessage message) {
    if (fits(message)) {
      return CompletableFuture.completedFuture(Sendable.of(message));
    }
    return Asking.of(() -> claims.store(message))
        .handle((claimed, failure) ->
            failure == null ? ofClaimed(claimed) : Sendable.not(Verdicts.ofClaim(failure)));
  }

  private Sendable ofClaimed(MirrorMessage claimed) {
    return fits(claimed)
        ? Sendable.of(claimed)
        : Sendable.not(
            new Refused("even without its body it has %,d bytes, and %s takes at most %,d"
                .formatted(claimed.size(), name(), target.maximumMessageSize())));
  }

  private CompletableFuture<List<Verdict>> sendWhatCanBe(List<Sendable> all) {
    var messages = all.stream().flatMap(each -> each.message().stream()).toList();
    var sent = messages.isEmpty()
        ? CompletableFuture.completedFuture(List.<Verdict>of())
        : target.send(messages);
    return sent.thenApply(verdicts -> {
      var next = new ArrayDeque<>(verdicts);
      return all.stream().map(each -> each.verdict().orElseGet(next::remove)).toList();
    });
  }

  /** A message, or why there is none. */
  private record Sendable(Optional<MirrorMessage> message, Optional<Verdict> verdict) {

    static Sendable of(MirrorMessage message) {
      return new Sendable(Optional.of(message), Optional.empty());
    }

    static Sendable not(Verdict verdict) {
      return new Sendable(Optional.empty(), Optional.of(verdict));
    }
  }
}
