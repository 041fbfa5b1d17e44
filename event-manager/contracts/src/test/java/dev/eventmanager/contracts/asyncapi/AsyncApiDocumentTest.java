package dev.eventmanager.contracts.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.eventmanager.contracts.fixture.Depot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * What can be said of the document on the JVM; that AsyncAPI's own parser takes it is seen by the
 * command in {@code docs/contracts.md}.
 */
class AsyncApiDocumentTest {

  private static final JsonNode DOCUMENT = new AsyncApiDocument(Depot.contracts()).json();

  @Test
  void hasAChannelForEachExchangeAndEachQueueThatIsReached() {
    assertThat(DOCUMENT.path("channels").propertyNames())
        .containsExactly("exchange.depot", "queue.truck_depot");
    assertThat(DOCUMENT.at("/channels/exchange.depot/bindings/amqp").toString()).isEqualTo("""
        {"bindingVersion":"0.3.0","is":"routingKey",\
        "exchange":{"name":"depot","type":"topic","durable":true,"autoDelete":false}}""");
    assertThat(DOCUMENT.at("/channels/queue.truck_depot/x-binding-keys").toString())
        .isEqualTo("""
        [{"exchange":"depot","pattern":"depot.*.stored"},{"exchange":"depot","pattern":"depot.v1.#"}]""");
  }

  @Test
  void hasAnOperationForWhatEachServiceSendsAndReceives() {
    assertThat(DOCUMENT.path("operations").propertyNames())
        .containsExactly(
            "depot.send.depot.v2.stored",
            "depot.send.depot.v1.closed",
            "truck.receive.truck_depot");
    assertThat(texts(DOCUMENT.path("operations").path("truck.receive.truck_depot"), "$ref"))
        .containsExactly(
            "#/channels/queue.truck_depot",
            "#/channels/queue.truck_depot/messages/depot.v2.stored",
            "#/channels/queue.truck_depot/messages/depot.v1.stored",
            "#/channels/queue.truck_depot/messages/depot.v1.closed");
  }

  @Test
  void saysTheRoutingKeyInTheBindings() {
    assertThat(DOCUMENT
            .path("operations")
            .path("depot.send.depot.v2.stored")
            .at("/bindings/amqp/cc")
            .toString())
        .isEqualTo("[\"depot.v2.stored\"]");
    assertThat(DOCUMENT
            .path("components")
            .path("messages")
            .path("depot.v2.stored")
            .at("/bindings/amqp/messageType")
            .asString())
        .isEqualTo("depot.v2.stored");
  }

  @Test
  void saysWhichHeadersTheLibraryWrites() {
    assertThat(DOCUMENT.at("/components/schemas/headers/properties").propertyNames())
        .containsExactly(
            "cloudEvents:specversion",
            "cloudEvents:id",
            "cloudEvents:source",
            "cloudEvents:type",
            "cloudEvents:time",
            "cloudEvents:subject",
            "cloudEvents:correlationid",
            "cloudEvents:causationid",
            "traceparent",
            "tracestate");
  }

  @Test
  void refersToNothingThatIsNotThere() {
    List<String> references = texts(DOCUMENT, "$ref");

    assertThat(references).contains("#/components/schemas/depot.v2.stored/definitions/Tree");
    assertThat(references)
        .allSatisfy(reference ->
            assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode()).isFalse());
  }

  @ParameterizedTest
  @ValueSource(strings = {"depot.v2.stored", "depot.v1.stored", "depot.v1.closed", "headers"})
  void holdsSchemasOfTheDraftThatAsyncApiKnows(String name) {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

    assertThat(registry
            .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_7.getDialectId()))
            .validate(DOCUMENT.path("components").path("schemas").path(name)))
        .isEmpty();
  }

  private static List<String> texts(JsonNode node, String field) {
    return node.findValues(field).stream().map(JsonNode::asString).toList();
  }
}
