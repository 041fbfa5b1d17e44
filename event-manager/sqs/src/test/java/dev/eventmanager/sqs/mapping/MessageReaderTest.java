package dev.eventmanager.sqs.mapping;

import static dev.eventmanager.sqs.fixture.Events.metadata;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.EventHeaders;
import dev.eventmanager.EventHeaders.Bytes;
import dev.eventmanager.EventMetadata;
import dev.eventmanager.Twins;
import dev.eventmanager.codec.EncodedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

class MessageReaderTest {

  private static final Instant SENT = Instant.parse("2026-03-01T12:00:00Z");

  private final List<String> derived = new ArrayList<>();
  private final MessageReader reader =
      new MessageReader(Optional.empty(), Optional.empty(), derived::add);

  @Test
  void readsAMirroredEventAsItWas() {
    var event = new EncodedEvent(
        metadata("key with spaces", "id-1").tracestate("\u0001").build(), new byte[] {0, 1});
    var mirrored = new MessageMapping().toMessage(event);

    var read = reader.read(message(mirrored.groupId(), mirrored.body(), mirrored.attributes()));

    assertThat(read).isEqualTo(event);
    assertThat(derived).isEmpty();
  }

  @Test
  void derivesWhatAStrangerDoesNotSay() {
    var read = reader.read(message("group-1", "{}", Map.of("type", "parcel.v1.send")));

    assertThat(read.metadata())
        .isEqualTo(new EventMetadata.Builder()
            .id("message-1")
            .exchange("parcel")
            .routingKey("parcel.v1.send")
            .source("")
            .time(SENT)
            .orderingKey("group-1")
            .build());
    assertThat(derived).containsExactly("id", "exchange", "time", "subject");
  }

  @Test
  void takesAttributesOfAStrangersOwnForHeaders() {
    var message = message("group-1", "{}", Map.of("type", "parcel.v1.send", "tenant", "acme"));
    var attributes = new HashMap<>(message.messageAttributes());
    attributes.put(
        "raw",
        MessageAttributeValue.builder()
            .dataType("Binary")
            .binaryValue(SdkBytes.fromByteArray(new byte[] {0, -1}))
            .build());

    var read = reader.read(message.toBuilder().messageAttributes(attributes).build());

    assertThat(read.metadata().headers())
        .isEqualTo(EventHeaders.of(Map.of("tenant", "acme", "raw", Bytes.of(new byte[] {0, -1}))));
  }

  @Test
  void takesNoAttributeOfItsOwnForAHeader() {
    var event = new EncodedEvent(
        metadata("k", "id-1")
            .correlationId("c")
            .causationId("c")
            .traceparent("t")
            .tracestate("t")
            .origin("o")
            .twins(Twins.parse("id-1 2 1"))
            .headers(EventHeaders.of(Map.of("tenant", "acme")))
            .build(),
        new byte[0]);
    var mapping = new MessageMapping();
    var mirrored = mapping.flagged(mapping.claimed(mapping.toMessage(event), "-"));

    assertThat(reader.read(message("k", "-", mirrored.attributes()))).isEqualTo(event);
    var unpacked = new AttributePacking().unpack(mirrored.attributes());
    assertThat(reader.read(message("k", "-", unpacked))).isEqualTo(event);
  }

  @Test
  void takesRoutingKeyAndExchangeThatAreSetForTheQueue() {
    var set = new MessageReader(Optional.of("legacy"), Optional.of("all"), derived::add);

    var read = set.read(message("group-1", "{}", Map.of()));

    assertThat(read.metadata().routingKey()).isEqualTo("all");
    assertThat(read.metadata().exchange()).isEqualTo("legacy");
  }

  @Test
  void takesTheGroupForTheOrderingKeyWhereTheKeyIsOfAnotherGroup() {
    var read = reader.read(
        message("group-1", "{}", Map.of("type", "parcel.v1.send", "subject", "parcel-1")));

    assertThat(read.metadata().orderingKey()).isEqualTo("group-1");
  }

  @Test
  void takesTheTimeOfArrivalWhereTheTimeIsNone() {
    var read =
        reader.read(message("group-1", "{}", Map.of("type", "parcel.v1.send", "time", "noon")));

    assertThat(read.metadata().time()).isEqualTo(SENT);
  }

  @Test
  void refusesWhatHasNoRoutingKeyOrExchange() {
    assertThatThrownBy(() -> reader.read(message("group-1", "{}", Map.of())))
        .isInstanceOf(UnreadableMessageException.class)
        .hasMessage(
            "The SQS message message-1 is no event: it has no attribute type with a routing key");
    assertThatThrownBy(() -> reader.read(message("group-1", "{}", Map.of("type", "parcels"))))
        .isInstanceOf(UnreadableMessageException.class)
        .hasMessageContaining("exchange");
  }

  @Test
  void refusesWhatIsNotEncodedAsItSays() {
    var attributes = Map.of("type", "parcel.v1.send", "encoding", "base64");

    assertThatThrownBy(() -> reader.read(message("group-1", "no base 64", attributes)))
        .isInstanceOf(UnreadableMessageException.class);
    assertThatThrownBy(() -> reader.read(message("group-1", "{}", Map.of("more", "no json"))))
        .isInstanceOf(UnreadableMessageException.class);
  }

  private static Message message(String group, String body, Map<String, String> attributes) {
    return Message.builder()
        .messageId("message-1")
        .body(body)
        .attributes(Map.of(
            MessageSystemAttributeName.MESSAGE_GROUP_ID,
            group,
            MessageSystemAttributeName.SENT_TIMESTAMP,
            Long.toString(SENT.toEpochMilli())))
        .messageAttributes(attributes.entrySet().stream()
            .collect(Collectors.toMap(
                Map.Entry::getKey,
                each -> MessageAttributeValue.builder()
                    .dataType("String")
                    .stringValue(each.getValue())
                    .build())))
        .build();
  }
}
