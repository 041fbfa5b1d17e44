package dev.eventmanager;

import java.util.Optional;

/** An event could not be made safe; {@link #outcome()} tells whether it may still arrive. */
public final class PublishFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient EventMetadata metadata;
  private final transient PublishOutcome outcome;

  public PublishFailedException(EventMetadata metadata, PublishOutcome outcome) {
    super(message(metadata, outcome), cause(outcome).orElse(null));
    this.metadata = metadata;
    this.outcome = outcome;
  }

  /** The event that was to be published. */
  public EventMetadata metadata() {
    return metadata;
  }

  /** Why it failed. */
  public PublishOutcome outcome() {
    return outcome;
  }

  private static String message(EventMetadata metadata, PublishOutcome outcome) {
    return "event %s (%s on exchange %s) %s"
        .formatted(metadata.id(), metadata.routingKey(), metadata.exchange(), explain(outcome));
  }

  private static String explain(PublishOutcome outcome) {
    if (outcome instanceof PublishOutcome.Unroutable unroutable) {
      return "reached no queue: the broker returned it with %d %s. Bind a queue to it, or check the routing key"
          .formatted(unroutable.replyCode(), unroutable.replyText());
    }
    if (outcome instanceof PublishOutcome.Rejected rejected) {
      return "was not published: " + rejected.reason();
    }
    if (outcome instanceof PublishOutcome.NotSent notSent) {
      return "was not sent: %s. Publish it again later".formatted(notSent.reason());
    }
    if (outcome instanceof PublishOutcome.Unknown unknown) {
      return "may or may not be on a queue: %s. Publish it again under the same id"
          .formatted(unknown.reason());
    }
    return "is safe";
  }

  private static Optional<Throwable> cause(PublishOutcome outcome) {
    return outcome instanceof PublishOutcome.Unknown unknown ? unknown.cause() : Optional.empty();
  }
}
