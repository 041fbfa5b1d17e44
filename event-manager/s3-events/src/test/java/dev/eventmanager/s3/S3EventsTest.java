package dev.eventmanager.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventmanager.EventMetadata;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EncodedEvent;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.contracts.ContractFiles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class S3EventsTest {

  private static final ObjectChange WHOLE = ObjectChange.builder()
      .bucket("invoices")
      .key("2026/summer & autumn.pdf")
      .versionId("v-1")
      .event("ObjectCreated:Put")
      .time(Instant.parse("2026-11-21T12:00:00.123Z"))
      .sequencer("0055AED6DCD90281E5")
      .size(1024)
      .eTag("d41d8cd98f00b204e9800998ecf8427e")
      .region("eu-west-1")
      .build();

  private static final ObjectChange LEAST = ObjectChange.builder()
      .bucket("invoices")
      .key("a")
      .event("ObjectTagging:Put")
      .time(Instant.parse("2026-11-21T12:00:00Z"))
      .build();

  private final EventCatalogue catalogue = EventCatalogue.load(getClass().getClassLoader());
  private final EventCodec codec = new EventCodec(catalogue);

  @Test
  void holdsEveryRoutingKey() {
    assertThat(catalogue.events())
        .extracting(type -> type.routingKey().toString())
        .containsExactlyInAnyOrder(
            "s3.v1.created",
            "s3.v1.removed",
            "s3.v1.restored",
            "s3.v1.tagged",
            "s3.v1.changed",
            "s3.v1.late");
  }

  @Test
  void survivesTheWireWithAndWithoutWhatIsOptional() {
    assertThat(throughTheWire(WHOLE)).isEqualTo(WHOLE);
    assertThat(throughTheWire(LEAST)).isEqualTo(LEAST);
  }

  @Test
  void leavesOutWhatIsAbsent() {
    assertThat(new String(codec.encode(S3Events.TAGGED, LEAST), StandardCharsets.UTF_8))
        .isEqualTo("""
            {"bucket":"invoices","event":"ObjectTagging:Put","key":"a",\
            "time":"2026-11-21T12:00:00Z"}""");
  }

  @Test
  void isKeyedByTheObject() {
    assertThat(S3Events.CREATED.orderingKey(WHOLE)).contains("invoices/2026/summer & autumn.pdf");
  }

  /** Keeps the contract files what the declared events say. */
  @Test
  void hasTheContractFilesOfTheDeclaredEvents() {
    ContractFiles.of(catalogue)
        .updatedBy("./mvnw test -pl event-manager/s3-events -am -Dtest=S3EventsTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Devent-manager.contracts=update")
        .check();
  }

  private Object throughTheWire(ObjectChange change) {
    EventMetadata metadata = new EventMetadata.Builder()
        .id("e-1")
        .exchange("s3")
        .routingKey("s3.v1.created")
        .source("test")
        .time(Instant.EPOCH)
        .orderingKey(change.object())
        .build();
    byte[] body = codec.encode(S3Events.CREATED, change);
    return codec.decode(new EncodedEvent(metadata, body)).payload();
  }
}
