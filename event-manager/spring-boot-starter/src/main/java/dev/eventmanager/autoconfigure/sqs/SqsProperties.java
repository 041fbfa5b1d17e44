package dev.eventmanager.autoconfigure.sqs;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The way to SQS, for services with @OnSqsEvent methods.
 *
 * @param endpoint Address that speaks SQS; Amazon's own in the region if nothing is said.
 * @param region AWS region; what AWS's default chain finds if nothing is said.
 * @param accessKey Fixed access key, for emulators; AWS's default chain if nothing is said.
 * @param secretKey Secret of the fixed access key.
 * @param claimsEndpoint Address that speaks S3, where bodies lie that were too large for a message;
 *     Amazon's own in the region if nothing is said.
 * @param visibilityTimeout After how long another instance gets what one that died had in hand.
 */
@ConfigurationProperties("event-manager.sqs")
record SqsProperties(
    @Nullable URI endpoint,
    @Nullable String region,
    @Nullable String accessKey,
    @Nullable String secretKey,
    @Nullable URI claimsEndpoint,
    @DefaultValue("30s") Duration visibilityTimeout) {

  /** Without the secret, for it might be logged. */
  @Override
  public String toString() {
    return "SQS at %s, region %s, visibility timeout %s"
        .formatted(endpoint, region, visibilityTimeout);
  }
}
