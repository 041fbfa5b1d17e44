package dev.eventmanager.sqs.consume;

import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.sqs.claim.ClaimStore;
import dev.eventmanager.sqs.mapping.MessageReader;
import dev.eventmanager.sqs.mapping.UnreadableMessageException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.sqs.model.Message;

/** Makes events of messages, and fetches the bodies that lie in S3. Thread-safe. */
public final class EventReader {

  private final MessageReader reader;
  private final Supplier<ClaimStore> claims;

  /**
   * A reader.
   *
   * @param claims asked for only where a message stands for a body that lies in S3
   */
  public EventReader(MessageReader reader, Supplier<ClaimStore> claims) {
    this.reader = reader;
    this.claims = claims;
  }

  /**
   * The event that a message carries. Does not block.
   *
   * @return completes with {@link UnreadableMessageException} where the message is no event and never
   *     will be one; with any other failure where its body could not be fetched now
   */
  CompletableFuture<EncodedEvent> read(Message message) {
    var attributes = MessageReader.texts(message);
    if (!ClaimStore.isClaim(attributes)) {
      return CompletableFuture.completedFuture(reader.read(message));
    }
    return claims
        .get()
        .bodyOf(message.body(), attributes)
        .handle((body, failure) -> read(message, body, Refusals.causeOf(failure)))
        .thenCompose(read -> read);
  }

  private CompletableFuture<EncodedEvent> read(
      Message message, @Nullable String body, @Nullable Throwable failure) {
    if (body != null) {
      return CompletableFuture.completedFuture(
          reader.read(message.toBuilder().body(body).build()));
    }
    return CompletableFuture.failedFuture(
        failure instanceof NoSuchKeyException || failure instanceof IllegalArgumentException
            ? UnreadableMessageException.of(message, failure)
            : new IllegalStateException("The body of the message could not be fetched", failure));
  }
}
