package dev.eventmanager.bridge.notifications;

import static dev.eventmanager.bridge.notifications.Notices.eventBridge;
import static dev.eventmanager.bridge.notifications.Notices.put;
import static dev.eventmanager.bridge.notifications.Notices.record;
import static dev.eventmanager.bridge.notifications.Notices.records;
import static dev.eventmanager.bridge.notifications.Notices.throughSns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.s3.ObjectChange;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {

  private static final String SEQUENCER = "0055AED6DCD90281E5";
  private static final String TIME = "2026-11-21T12:00:00.123Z";

  private final MessageReader reader = new MessageReader();

  @Test
  void readsWhatS3SendsAndDecodesTheKey() {
    assertThat(reader.read(put("2026/summer & autumn+ü.pdf", SEQUENCER)))
        .extracting(Notification::change)
        .containsExactly(ObjectChange.builder()
            .bucket("invoices")
            .key("2026/summer & autumn+ü.pdf")
            .event("ObjectCreated:Put")
            .time(Instant.parse(TIME))
            .sequencer(SEQUENCER)
            .size(1024)
            .eTag("d41d8cd98f00b204e9800998ecf8427e")
            .region("eu-west-1")
            .build());
  }

  @Test
  void readsEveryRecordOfAMessage() {
    var message = records(
        record("ObjectCreated:Put", "a", "01", TIME),
        record("ObjectRemoved:Delete", "a", "02", TIME),
        record("ObjectTagging:Put", "b", "", TIME));

    assertThat(reader.read(message))
        .extracting(each -> each.type().name())
        .containsExactly("created", "removed", "tagged");
  }

  @Test
  void readsTheMessageWithWhichS3TriesAQueueAsNothing() {
    assertThat(reader.read(Notices.test())).isEmpty();
    assertThat(reader.read(throughSns(Notices.test()))).isEmpty();
  }

  @Test
  void readsWhatSnsHasPutIntoAnEnvelope() {
    assertThat(reader.read(throughSns(put("a b", SEQUENCER))))
        .isEqualTo(reader.read(put("a b", SEQUENCER)));
  }

  @Test
  void takesWhatEventBridgeTellsForTheSameEvent() {
    var told = eventBridge("Object Created", "a b", SEQUENCER, "\"reason\": \"PutObject\"");

    assertThat(reader.read(told))
        .extracting(Notification::id)
        .containsExactly(reader.read(put("a b", SEQUENCER)).get(0).id());
  }

  @ParameterizedTest
  @CsvSource({
    "Object Deleted, DeleteObject, Permanently Deleted, ObjectRemoved:Delete, removed",
    "Object Deleted, DeleteObject, Delete Marker Created, ObjectRemoved:DeleteMarkerCreated, removed",
    "Object Deleted, Lifecycle Expiration, Permanently Deleted, LifecycleExpiration:Delete, removed",
    "Object Created, CompleteMultipartUpload, '', ObjectCreated:CompleteMultipartUpload, created",
    "Object Restore Completed, '', '', ObjectRestore:Completed, restored",
    "Object Tags Added, '', '', ObjectTagging:Put, tagged",
    "Object ACL Updated, '', '', ObjectAcl:Put, changed",
    "Something New, '', '', Something New, changed"
  })
  void namesWhatEventBridgeTellsAsS3Does(
      String type, String reason, String deletion, String event, String name) {
    var further = "\"reason\": \"%s\", \"deletion-type\": \"%s\"".formatted(reason, deletion);

    assertThat(reader.read(eventBridge(type, "a", SEQUENCER, further)))
        .singleElement()
        .satisfies(told -> {
          assertThat(told.change().event()).isEqualTo(event);
          assertThat(told.type().name()).isEqualTo(name);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "ObjectCreated:CompleteMultipartUpload, created",
    "s3:ObjectCreated:Put, created",
    "ObjectRemoved:DeleteMarkerCreated, removed",
    "LifecycleExpiration:Delete, removed",
    "ObjectRestore:Post, restored",
    "ObjectTagging:Delete, tagged",
    "ObjectAcl:Put, changed",
    "LifecycleTransition, changed",
    "Replication:OperationFailedReplication, changed",
    "ReducedRedundancyLostObject, changed"
  })
  void hasAnEventForEveryFamily(String event, String name) {
    assertThat(reader.read(records(record(event, "a", SEQUENCER, TIME))))
        .singleElement()
        .satisfies(told -> assertThat(told.type().name()).isEqualTo(name));
  }

  @Test
  void givesACopyTheSameIdAndEverythingElseAnother() {
    assertThat(id("ObjectCreated:Put", "a", "01", TIME))
        .isEqualTo(id("ObjectCreated:Put", "a", "01", TIME))
        .isEqualTo(id("ObjectCreated:Put", "a", "1", "2026-11-21T12:00:09Z"))
        .isNotEqualTo(id("ObjectCreated:Put", "b", "01", TIME))
        .isNotEqualTo(id("ObjectCreated:Put", "a", "02", TIME))
        .isNotEqualTo(id("ObjectCreated:Copy", "a", "01", TIME));
  }

  @Test
  void tellsWhatHasNoSequencerApartByItsTime() {
    assertThat(id("ObjectTagging:Put", "a", "", TIME))
        .isEqualTo(id("ObjectTagging:Put", "a", "", TIME))
        .isNotEqualTo(id("ObjectTagging:Put", "a", "", "2026-11-21T12:00:00.124Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "[]",
        "{\"id\":1001}",
        "{\"Records\":[{\"eventSource\":\"aws:dynamodb\",\"eventName\":\"INSERT\"}]}",
        "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\"a\"}}}]}",
        "{\"Type\":\"Notification\",\"Message\":\"hello\"}"
      })
  void refusesWhatIsNoNotification(String body) {
    assertThatThrownBy(() -> reader.read(body)).isInstanceOf(UnreadableNotificationException.class);
  }

  @Test
  void refusesASequencerThatIsNone() {
    assertThatThrownBy(() -> reader.read(put("a", "next")))
        .isInstanceOf(UnreadableNotificationException.class)
        .hasMessageContaining("\"next\"");
  }

  @Test
  void refusesAKeyThatIsNotEncoded() {
    var message = put("a", SEQUENCER).replace("\"key\": \"a\"", "\"key\": \"50%\"");

    assertThatThrownBy(() -> reader.read(message))
        .isInstanceOf(UnreadableNotificationException.class)
        .hasMessageContaining("50%");
  }

  private String id(String event, String key, String sequencer, String time) {
    return reader.read(records(record(event, key, sequencer, time))).get(0).id();
  }
}
