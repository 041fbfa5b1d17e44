package dev.eventmanager.bridge.sqs;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * Where SQS is and who speaks to it.
 *
 * @param endpoint an address that speaks SQS; empty for Amazon's own in the region
 * @param region the AWS region; empty for what the AWS default chain finds
 * @param credentials fixed ones; empty for what the AWS default chain finds
 * @param timeout for one request, the answer included
 */
public record SqsConnection(
    Optional<URI> endpoint,
    Optional<String> region,
    Optional<Credentials> credentials,
    Duration timeout) {

  /** An access key. */
  public record Credentials(String accessKey, String secretKey) {

    /** Without the secret. */
    @Override
    public String toString() {
      return "access key " + accessKey;
    }
  }

  /** A client. It never tries again by itself, for it could not keep the order of groups. */
  public SqsAsyncClient open() {
    var client = SqsAsyncClient.builder()
        .credentialsProvider(provider())
        // Its check fails a whole batch for one entry; the mirror checks each on its own.
        .checksumValidationEnabled(false)
        .overrideConfiguration(this::limit);
    endpoint.ifPresent(client::endpointOverride);
    region.map(Region::of).ifPresent(client::region);
    return client.build();
  }

  /** Where it leads, for a person. */
  public String address() {
    return endpoint
        .map(address -> "SQS at " + address)
        .orElseGet(() -> "Amazon SQS in " + region.orElse("the region of the environment"));
  }

  private void limit(ClientOverrideConfiguration.Builder configuration) {
    configuration.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(timeout);
  }

  private AwsCredentialsProvider provider() {
    return credentials
        .<AwsCredentialsProvider>map(c -> StaticCredentialsProvider.create(
            AwsBasicCredentials.create(c.accessKey(), c.secretKey())))
        .orElseGet(() -> DefaultCredentialsProvider.builder().build());
  }
}
