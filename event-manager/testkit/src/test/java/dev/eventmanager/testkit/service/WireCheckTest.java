package dev.eventmanager.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import dev.eventmanager.EventMetadata;
import dev.eventmanager.EventType;
import dev.eventmanager.Exchange;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.contracts.json.ContractJson;
import dev.eventmanager.contracts.schema.EventSchema;
import dev.eventmanager.contracts.schema.PayloadSchemas;
import dev.eventmanager.rabbit.message.EventMessageWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WireCheckTest {

  private static final EventType<Settled> SETTLE =
      Exchange.topic("billing").event("settle", Settled.class).keyedBy(Settled::order);
  private static final String SAMPLE = "{\"order\":1,\"currency\":\"EUR\"}";

  private final EventCodec codec = new EventCodec(EventCatalogue.of(SETTLE));
  private final WireCheck check = new WireCheck(codec, "billing");
  private final EventSchema schema = new PayloadSchemas(codec).of(SETTLE, 1);
  private final Sample sample = new Sample(
      SETTLE,
      1,
      schema,
      "settle.v1.sample.json",
      new ContractJson().parse("settle.v1.sample.json", SAMPLE),
      SAMPLE.getBytes(StandardCharsets.UTF_8));

  record Settled(long order, String currency) {}

  @Test
  void findsNothingWrongWithWhatTheLibraryWrites() {
    Delivery message = message("1", SAMPLE);

    assertThat(check.problems(message, sample)).isEmpty();
    assertThat(check.differences(message, sample)).isEmpty();
  }

  @Test
  void saysWhichPropertiesAreMissingOrWrong() {
    Delivery bare = new Delivery(
        new Envelope(1, false, "billing", "billing.v2.settle"),
        new BasicProperties(),
        SAMPLE.getBytes(StandardCharsets.UTF_8));

    assertThat(check.problems(bare, sample))
        .contains(
            "ID is missing",
            "TIME is missing",
            "ORDERING_KEY is missing",
            "routing key is billing.v2.settle, it should be billing.v1.settle",
            "content_type is null, it should be application/json",
            "delivery_mode is null, it should be 2",
            "app_id is null, it should be billing");
  }

  @Test
  void saysWhereTheBodyIsNotValid() {
    assertThat(check.problems(message("1", "{\"order\":1,\"currency\":7,\"more\":0}"), sample))
        .anySatisfy(
            problem -> assertThat(problem).contains("$.currency: integer found, string expected"))
        .anySatisfy(problem -> assertThat(problem).contains("'more'"));
  }

  @Test
  void saysThatTheOrderingKeyIsNotThatOfThePayload() {
    assertThat(check.problems(message("2", SAMPLE), sample))
        .containsExactly("cloudEvents:subject is 2, it should be 1");
  }

  @Test
  void saysWhereTheBodyDepartsFromTheSample() {
    assertThat(check.differences(message("1", "{\"order\":1,\"currency\":\"CHF\"}"), sample))
        .containsExactly("body, $.currency: the sample has \"EUR\", the wire has \"CHF\"");
  }

  private static Delivery message(String orderingKey, String body) {
    EventMetadata metadata = new EventMetadata.Builder()
        .id("e-1")
        .exchange("billing")
        .routingKey("billing.v1.settle")
        .source("billing")
        .time(Instant.EPOCH)
        .orderingKey(orderingKey)
        .build();
    return new Delivery(
        new Envelope(1, false, "billing", "billing.v1.settle"),
        new EventMessageWriter().properties(metadata),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
