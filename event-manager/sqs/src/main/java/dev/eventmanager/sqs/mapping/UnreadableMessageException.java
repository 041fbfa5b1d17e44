package dev.eventmanager.sqs.mapping;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;

/** A message that is no event, and never will be one; it says what is wrong with it. */
public final class UnreadableMessageException extends RuntimeException {

  UnreadableMessageException(String problem, @Nullable Throwable cause) {
    super(problem, cause);
  }

  /** For a message that could not be read. */
  public static UnreadableMessageException of(Message message, Throwable failure) {
    return new UnreadableMessageException(
        "The SQS message %s is no event: %s".formatted(message.messageId(), failure.getMessage()),
        failure);
  }
}
