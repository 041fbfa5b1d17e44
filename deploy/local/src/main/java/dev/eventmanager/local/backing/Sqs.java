package dev.eventmanager.local.backing;

import dev.eventmanager.emulator.EmbeddedSqs;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** An SQS endpoint: ElasticMQ within this process, or any other that speaks SQS. */
public final class Sqs implements AutoCloseable {

  private final SqsAccess access;
  private final @Nullable EmbeddedSqs server;

  private Sqs(SqsAccess access, @Nullable EmbeddedSqs server) {
    this.access = access;
    this.server = server;
  }

  /** How to reach the embedded endpoint, which need not have started yet. */
  public static SqsAccess embeddedAccess(int port) {
    return SqsAccess.embedded(port);
  }

  /** ElasticMQ, which takes any credentials and keeps its queues in memory. */
  public static Sqs embedded(int port) {
    return new Sqs(SqsAccess.embedded(port), EmbeddedSqs.startOn(port));
  }

  /**
   * An endpoint that is there already.
   *
   * @throws UnavailableException if it does not answer
   */
  public static Sqs at(URI endpoint) {
    SqsAccess access = SqsAccess.to(endpoint);
    try (SqsClient client = access.client()) {
      client.listQueues();
      return new Sqs(access, null);
    } catch (SdkException e) {
      throw new UnavailableException("No SQS answers at %s (%s). Start it, or correct --sqs."
          .formatted(endpoint, FirstLine.of(e)));
    }
  }

  public SqsAccess access() {
    return access;
  }

  public String description() {
    return server == null ? "an endpoint of your own" : "ElasticMQ, embedded";
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
