package dev.eventmanager.testkit.service;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Delivery;
import dev.eventmanager.EventMetadata;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.contracts.json.BrokenContractException;
import dev.eventmanager.contracts.json.ContractJson;
import dev.eventmanager.contracts.json.JsonDifference;
import dev.eventmanager.publishing.EventIds;
import dev.eventmanager.rabbit.message.EventMessageReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares a message with the contract of its event. Immutable. */
final class WireCheck {

  private static final int PERSISTENT = 2;

  private final EventCodec codec;
  private final String source;
  private final ContractJson json = new ContractJson();

  WireCheck(EventCodec codec, String source) {
    this.codec = codec;
    this.source = source;
  }

  /** What is wrong with a message; empty if nothing is. */
  List<String> problems(Delivery message, Sample contract) {
    List<String> problems = new ArrayList<>(metadata(message, contract));
    try {
      contract.schema().writing().violations(body(message)).stream()
          .map(violation -> "body, not valid for its schema at " + violation)
          .forEach(problems::add);
    } catch (BrokenContractException notJson) {
      problems.add(String.valueOf(notJson.getMessage()));
    }
    return problems;
  }

  /** Where the body of a message departs from the sample. */
  List<String> differences(Delivery message, Sample sample) {
    return JsonDifference.between(sample.payload(), body(message)).stream()
        .map(each -> "body, " + each.describe("the sample", "the wire"))
        .toList();
  }

  private List<String> metadata(Delivery message, Sample contract) {
    List<String> problems = new ArrayList<>();
    BasicProperties properties = message.getProperties();
    String key = contract.key().toString();
    EventMetadata metadata = read(message, problems);
    expect(problems, "exchange", contract.key().exchange(), metadata.exchange());
    expect(problems, "routing key", key, metadata.routingKey());
    expect(problems, "type", key, properties.getType());
    expect(problems, "content_type", "application/json", properties.getContentType());
    expect(problems, "delivery_mode", PERSISTENT, properties.getDeliveryMode());
    expect(problems, "app_id", source, properties.getAppId());
    expect(problems, "message_id", metadata.id(), properties.getMessageId());
    codec
        .orderingKey(key, message.getBody())
        .ifPresent(
            expected -> expect(problems, "cloudEvents:subject", expected, metadata.orderingKey()));
    return problems;
  }

  private EventMetadata read(Delivery message, List<String> problems) {
    return new EventMessageReader(
            codec, EventIds.uuidV7(), Clock.systemUTC(), part -> problems.add(part + " is missing"))
        .read(message.getEnvelope(), message.getProperties(), message.getBody())
        .metadata();
  }

  private JsonNode body(Delivery message) {
    return json.parse("on the wire", new String(message.getBody(), StandardCharsets.UTF_8));
  }

  private static void expect(
      List<String> problems, String what, Object expected, @Nullable Object actual) {
    if (!Objects.equals(expected, actual)) {
      problems.add("%s is %s, it should be %s".formatted(what, actual, expected));
    }
  }
}
