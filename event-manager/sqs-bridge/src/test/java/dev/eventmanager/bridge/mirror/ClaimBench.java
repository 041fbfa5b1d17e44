package dev.eventmanager.bridge.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.emulator.EmbeddedS3;
import dev.eventmanager.emulator.EmbeddedSqs;
import dev.eventmanager.sqs.claim.ClaimStore;
import dev.eventmanager.sqs.connection.SqsConnection;
import dev.eventmanager.sqs.mapping.MessageMapping;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** A bench with an S3 for large bodies. */
final class ClaimBench implements AutoCloseable {

  private final MessageMapping mapping = new MessageMapping();
  private final S3AsyncClient client;
  final MirrorBench bench = new MirrorBench(EmbeddedSqs.start());
  final EmbeddedS3 s3 = EmbeddedS3.start().withBucket("large");
  final ClaimStore claims;

  ClaimBench() {
    client = new SqsConnection(
            Optional.empty(),
            Optional.of("eu-west-1"),
            Optional.of(new SqsConnection.Credentials("test", "test")),
            Duration.ofSeconds(30))
        .openS3(Optional.of(s3.endpoint()));
    claims = new ClaimStore(client, "large", "events");
  }

  /** A mirror that claims. */
  MirrorBench.Mirrored open() {
    s3.heal();
    return bench.open(queue -> bench.claiming(queue, claims), Clock.systemUTC());
  }

  /** The events of messages, whose bodies are looked up where they only make a claim. */
  List<EncodedEvent> read(List<Message> messages) {
    return messages.stream().map(this::read).toList();
  }

  static void accepted(CompletableFuture<Void> mirrored) {
    assertThat(mirrored).succeedsWithin(Duration.ofSeconds(60));
  }

  static Map<String, String> attributes(Message message) {
    return message.messageAttributes().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, a -> a.getValue().stringValue()));
  }

  private EncodedEvent read(Message message) {
    var attributes = attributes(message);
    return mapping.toEvent(claims.bodyOf(message.body(), attributes).join(), attributes);
  }

  @Override
  public void close() {
    client.close();
    s3.close();
    bench.close();
  }
}
