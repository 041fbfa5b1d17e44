package dev.eventmanager.sqs.connection;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
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

  /**
   * A client of S3 in the same region and as the same account.
   *
   * @param address one that speaks S3, with the bucket in the path; empty for Amazon's own
   */
  public S3AsyncClient openS3(Optional<URI> address) {
    var client = S3AsyncClient.builder()
        .credentialsProvider(provider())
        .forcePathStyle(address.isPresent())
        // What not every S3 speaks besides Amazon's: checksums of its own, and bodies in chunks.
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
        .overrideConfiguration(this::limit);
    address.ifPresent(client::endpointOverride);
    region.map(Region::of).ifPresent(client::region);
    return client.build();
  }

  /**
   * A client of SNS in the same region and as the same account.
   *
   * @param address one that speaks SNS; empty for Amazon's own
   */
  public SnsAsyncClient openSns(Optional<URI> address) {
    var client =
        SnsAsyncClient.builder().credentialsProvider(provider()).overrideConfiguration(this::limit);
    address.ifPresent(client::endpointOverride);
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
