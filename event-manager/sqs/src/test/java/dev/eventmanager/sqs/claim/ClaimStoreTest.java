package dev.eventmanager.sqs.claim;

import static dev.eventmanager.sqs.fixture.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.emulator.EmbeddedS3;
import dev.eventmanager.sqs.connection.SqsConnection;
import dev.eventmanager.sqs.connection.UnusableException;
import dev.eventmanager.sqs.mapping.MessageMapping;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Exception;

class ClaimStoreTest {

  private static final String LARGE = "{\"text\":\"ä€😀\"}".repeat(200_000);

  private final MessageMapping mapping = new MessageMapping();
  private final EmbeddedS3 s3 = EmbeddedS3.start().withBucket("large");
  private final S3AsyncClient client = new SqsConnection(
          Optional.empty(),
          Optional.of("eu-west-1"),
          Optional.of(new SqsConnection.Credentials("test", "test")),
          Duration.ofSeconds(30))
      .openS3(Optional.of(s3.endpoint()));
  private final ClaimStore claims = new ClaimStore(client, "large", "events");

  @AfterEach
  void close() {
    client.close();
    s3.close();
  }

  @Test
  void keepsABodyAndGivesItBack() {
    var event = event("order-1", "id-1", LARGE.getBytes(StandardCharsets.UTF_8));

    var claimed = claims.store(mapping.toMessage(event)).join();
    var body = claims.bodyOf(claimed.body(), claimed.attributes()).join();

    assertThat(mapping.toEvent(body, claimed.attributes())).isEqualTo(event);
    assertThat(claimed.size()).isLessThan(1_024);
  }

  @Test
  void claimsAsTheExtendedClientsOfAwsDo() {
    var message =
        mapping.toMessage(event("order-1", "id-1", LARGE.getBytes(StandardCharsets.UTF_8)));

    var claimed = claims.store(message).join();

    assertThat(claimed.body())
        .isEqualTo(
            "[\"software.amazon.payloadoffloading.PayloadS3Pointer\","
                + "{\"s3BucketName\":\"large\",\"s3Key\":\"events/%s/%s\"}]",
            message.deduplicationId(), message.bodySha256());
    var size = claimed.toBatchEntry("0").messageAttributes().get("ExtendedPayloadSize");
    assertThat(size.dataType()).isEqualTo("Number");
    assertThat(size.stringValue()).isEqualTo("4000000");
    assertThat(claimed.groupId()).isEqualTo(message.groupId());
    assertThat(claimed.deduplicationId()).isEqualTo(message.deduplicationId());
  }

  @Test
  void leavesABodyThatIsNoClaimAsItIs() {
    assertThat(claims.bodyOf("[1]", Map.of("id", "1")).join()).isEqualTo("[1]");
  }

  @Test
  void storesABodyAgainWhereItLay() {
    var message =
        mapping.toMessage(event("order-1", "id-1", LARGE.getBytes(StandardCharsets.UTF_8)));

    claims.store(message).join();
    claims.store(message).join();

    assertThat(s3.objects()).hasSize(1);
  }

  @Test
  void keepsTheBodiesOfTwoEventsUnderOneIdApart() {
    var first = event("order-1", "first");
    var second = event("order-1", "second");
    var other = second.withMetadata(
        second.metadata().toBuilder().id(first.metadata().id()).build());

    var claimed = claims.store(mapping.toMessage(first)).join();
    claims.store(mapping.toMessage(other)).join();

    assertThat(claims.bodyOf(claimed.body(), claimed.attributes()).join()).isEqualTo("first");
  }

  @Test
  void tellsAClaimThatCannotBeRead() {
    var attributes = Map.of("ExtendedPayloadSize", "7");

    assertThatThrownBy(() -> claims.bodyOf("no json", attributes).join())
        .isInstanceOf(CompletionException.class)
        .hasMessageContaining("its body is no claim: no json");
    assertThatThrownBy(() -> claims.bodyOf("{\"a\":1}", attributes).join())
        .hasMessageContaining("its body is no claim");
  }

  @Test
  void failsWithWhatS3Says() {
    s3.refuse(503, "SlowDown");

    assertThatThrownBy(
            () -> claims.store(mapping.toMessage(event("order-1", "a"))).join())
        .hasCauseInstanceOf(S3Exception.class)
        .hasMessageContaining("said the embedded S3");
  }

  @Test
  void saysAtTheStartThatTheBucketIsMissing() {
    claims.check();

    assertThatThrownBy(new ClaimStore(client, "nowhere", "")::check)
        .isInstanceOf(UnusableException.class)
        .hasMessage("There is no bucket nowhere for large bodies");
  }

  @Test
  void saysAtTheStartThatItMayNotUseTheBucket() {
    s3.refuse(403, "AccessDenied");

    assertThatThrownBy(claims::check)
        .isInstanceOfSatisfying(
            UnusableException.class, e -> assertThat(e.remedy()).contains("s3:PutObject"))
        .hasMessageStartingWith("The bucket large for large bodies cannot be used");
  }
}
