package dev.eventmanager.bridge.target;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What there is to set of targets beyond SQS. Region and credentials are those of {@code bridge.sqs}.
 *
 * @param sns Where SNS is, for routes to topics.
 * @param claims Where the bodies go that are too large for a message.
 */
@ConfigurationProperties("bridge")
record TargetProperties(
    @DefaultValue SnsProperties sns, @DefaultValue ClaimsProperties claims) {

  /**
   * Where SNS is.
   *
   * @param endpoint Address that speaks SNS; Amazon's own in the region if nothing is said.
   */
  record SnsProperties(@Nullable URI endpoint) {}

  /**
   * Where the bodies go that are too large for a message.
   *
   * @param bucket S3 bucket; events that are too large are parked if nothing is said.
   * @param prefix First part of every key.
   * @param endpoint Address that speaks S3; Amazon's own in the region if nothing is said.
   */
  record ClaimsProperties(
      @Nullable String bucket,
      @DefaultValue("events") String prefix,
      @Nullable URI endpoint) {}
}
