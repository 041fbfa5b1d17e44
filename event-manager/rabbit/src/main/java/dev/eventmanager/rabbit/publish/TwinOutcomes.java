package dev.eventmanager.rabbit.publish;

import dev.eventmanager.PublishOutcome;
import dev.eventmanager.PublishOutcome.NotSent;
import dev.eventmanager.PublishOutcome.Unknown;
import dev.eventmanager.PublishOutcome.Unroutable;
import java.util.Optional;

/** What the outcomes of an event and of its twins come to. */
final class TwinOutcomes {

  private TwinOutcomes() {}

  /**
   * One outcome of two. A version that no queue is bound for does no harm where another is wanted;
   * of anything else that went wrong the caller is told, and sends all of them again.
   */
  static PublishOutcome combine(PublishOutcome one, PublishOutcome other) {
    if (one instanceof Unroutable) {
      return other;
    }
    if (other instanceof Unroutable) {
      return one;
    }
    PublishOutcome worse = one.isSafe() ? other : one;
    boolean neitherSent = one instanceof NotSent && other instanceof NotSent;
    return worse instanceof NotSent notSent && !neitherSent
        ? new Unknown("one of its versions was not sent: " + notSent.reason(), Optional.empty())
        : worse;
  }
}
