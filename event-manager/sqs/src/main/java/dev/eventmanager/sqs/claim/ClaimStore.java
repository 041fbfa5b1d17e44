package dev.eventmanager.sqs.claim;

import dev.eventmanager.sqs.connection.UnusableException;
import dev.eventmanager.sqs.mapping.MessageMapping;
import dev.eventmanager.sqs.mapping.MirrorMessage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/**
 * Keeps bodies in an S3 bucket, and reads those back that anybody's claim names. Thread-safe; blocks
 * nobody.
 *
 * <p>The key is made of the event's id and of a hash of the body: a body that is stored again lies
 * where it lay, and two events under one id take nothing from each other. Nothing is ever deleted
 * here: let a lifecycle rule do that, later than the queue forgets its messages.
 */
public final class ClaimStore {

  private final S3AsyncClient s3;
  private final String bucket;
  private final String prefix;
  private final MessageMapping mapping = new MessageMapping();

  /**
   * A store.
   *
   * @param bucket where bodies are put; those of others are read from the bucket they name
   * @param prefix of every key, and a slash follows it; may be empty
   */
  public ClaimStore(S3AsyncClient s3, String bucket, String prefix) {
    this.s3 = s3;
    this.bucket = bucket;
    this.prefix = prefix.isEmpty() ? "" : prefix + "/";
  }

  /**
   * Asks whether the bucket is there. Blocks; meant for the start.
   *
   * @throws UnusableException if it cannot be reached, is missing or may not be used
   */
  public void check() {
    try {
      s3.headBucket(r -> r.bucket(bucket)).join();
    } catch (CompletionException e) {
      throw unusable(e.getCause());
    }
  }

  /**
   * Stores the body of a message.
   *
   * @return the message that stands for it, once the body is stored; or the failure of S3
   */
  public CompletableFuture<MirrorMessage> store(MirrorMessage message) {
    var body = message.body().getBytes(StandardCharsets.UTF_8);
    var key = prefix + message.deduplicationId() + "/" + message.bodySha256();
    var claimed = mapping.claimed(message, new Claim(bucket, key).toBody());
    return s3.putObject(r -> r.bucket(bucket).key(key), AsyncRequestBody.fromBytesUnsafe(body))
        .thenApply(stored -> claimed);
  }

  /**
   * The body that a received message stands for: its own, unless it carries a claim.
   *
   * @return the text, to be decoded as the body of a message is; or the failure of S3, or an {@link
   *     IllegalArgumentException} where the claim cannot be read
   */
  public CompletableFuture<String> bodyOf(String body, Map<String, String> attributes) {
    if (!Claim.isIn(attributes)) {
      return CompletableFuture.completedFuture(body);
    }
    try {
      return get(Claim.read(body));
    } catch (IllegalArgumentException unreadable) {
      return CompletableFuture.failedFuture(unreadable);
    }
  }

  /** Whether a message with these attributes stands for a body that lies in S3. */
  public static boolean isClaim(Map<String, String> attributes) {
    return Claim.isIn(attributes);
  }

  private CompletableFuture<String> get(Claim claim) {
    return s3.getObject(
            r -> r.bucket(claim.bucket()).key(claim.key()), AsyncResponseTransformer.toBytes())
        .thenApply(found -> found.asString(StandardCharsets.UTF_8));
  }

  private UnusableException unusable(@Nullable Throwable failure) {
    return failure instanceof NoSuchBucketException
        ? new UnusableException(
            "There is no bucket %s for large bodies".formatted(bucket),
            "Create it, or correct bridge.claims.bucket",
            failure)
        : new UnusableException(
            "The bucket %s for large bodies cannot be used: %s"
                .formatted(bucket, failure == null ? "no answer" : failure.getMessage()),
            "Check bridge.claims.endpoint, the region, the credentials, and that they allow"
                + " s3:ListBucket of the bucket, and s3:PutObject and s3:GetObject in it",
            failure);
  }
}
