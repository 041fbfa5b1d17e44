package dev.eventmanager.local.backing;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** How to reach an SQS endpoint: its address, and credentials. */
public record SqsAccess(URI endpoint, AwsCredentials credentials) {

  /** An emulator takes any; Amazon wants its own, from the environment. */
  private static final String REGION =
      Optional.ofNullable(System.getenv("AWS_REGION")).orElse("eu-west-1");

  /** What an emulator asks for in form only. */
  private static final AwsCredentials ANY_CREDENTIALS =
      AwsBasicCredentials.create("local", "local");

  /** The embedded endpoint on this port, known before it is started. */
  static SqsAccess embedded(int port) {
    return new SqsAccess(URI.create("http://localhost:" + port), ANY_CREDENTIALS);
  }

  /**
   * An endpoint that is there, with the credentials of the environment; where it has none, with an
   * emulator's.
   */
  static SqsAccess to(URI endpoint) {
    try (DefaultCredentialsProvider environment =
        DefaultCredentialsProvider.builder().build()) {
      return new SqsAccess(endpoint, environment.resolveCredentials());
    } catch (SdkClientException none) {
      return new SqsAccess(endpoint, ANY_CREDENTIALS);
    }
  }

  /** A new client; the caller closes it. */
  public SqsClient client() {
    return SqsClient.builder()
        .endpointOverride(endpoint)
        .region(Region.of(REGION))
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .httpClient(Apache5HttpClient.create())
        .build();
  }

  /** What another process needs besides the environment it inherits, as every AWS SDK knows it. */
  public Map<String, String> environment() {
    if (!credentials.equals(ANY_CREDENTIALS)) {
      return Map.of("AWS_REGION", REGION);
    }
    return Map.of(
        "AWS_REGION", REGION,
        "AWS_ACCESS_KEY_ID", credentials.accessKeyId(),
        "AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey());
  }
}
