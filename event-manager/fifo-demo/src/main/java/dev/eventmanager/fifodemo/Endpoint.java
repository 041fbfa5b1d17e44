package dev.eventmanager.fifodemo;

import dev.eventmanager.emulator.EmbeddedSqs;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** An SQS: one in this process, unless another is given. */
final class Endpoint implements AutoCloseable {

  private static final AwsCredentials ANY = AwsBasicCredentials.create("local", "local");

  private final Optional<EmbeddedSqs> embedded;
  private final String description;
  final SqsClient sqs;

  private Endpoint(Optional<EmbeddedSqs> embedded, String description, SqsClient sqs) {
    this.embedded = embedded;
    this.description = description;
    this.sqs = sqs;
  }

  /** Amazon's where there is only a region; embedded where there is neither. */
  static Endpoint of(Optional<URI> address, Optional<String> region) {
    if (address.isPresent()) {
      return new Endpoint(
          Optional.empty(), "SQS at " + address.get(), client(address, region, ownOrAny()));
    }
    if (region.isPresent()) {
      var own = DefaultCredentialsProvider.builder().build();
      return new Endpoint(
          Optional.empty(), "Amazon SQS in " + region.get(), client(address, region, own));
    }
    var started = EmbeddedSqs.start();
    return new Endpoint(
        Optional.of(started),
        "ElasticMQ, embedded",
        client(Optional.of(started.endpoint()), region, StaticCredentialsProvider.create(ANY)));
  }

  /** Where it leads, for a person. */
  @Override
  public String toString() {
    return description;
  }

  @Override
  public void close() {
    sqs.close();
    embedded.ifPresent(EmbeddedSqs::close);
  }

  private static SqsClient client(
      Optional<URI> address, Optional<String> region, AwsCredentialsProvider credentials) {
    var client = SqsClient.builder()
        .region(Region.of(region.orElse("eu-west-1")))
        .credentialsProvider(credentials)
        .httpClient(Apache5HttpClient.create());
    address.ifPresent(client::endpointOverride);
    return client.build();
  }

  /** An emulator takes any credentials, and whoever tries one may have none. */
  private static AwsCredentialsProvider ownOrAny() {
    var own = DefaultCredentialsProvider.builder().build();
    try {
      own.resolveCredentials();
      return own;
    } catch (SdkClientException none) {
      return StaticCredentialsProvider.create(ANY);
    }
  }
}
