package dev.eventmanager.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.EventType;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.contracts.fixture.Parcel;
import dev.eventmanager.contracts.fixture.Payloads;
import dev.eventmanager.contracts.json.ContractJson;
import dev.eventmanager.contracts.json.JsonDifference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PayloadSchemasTest {

  private final ContractJson json = new ContractJson();

  @Test
  void describeARecord() {
    assertThat(schema(Payloads.Address.class)).isEqualTo(json.parse("expected", """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "shape.v1.address",
          "description": "Where somebody lives.",
          "type": "object",
          "properties": {
            "street": {"description": "The street and its number.", "type": "string"},
            "city": {"type": "string"}
          },
          "required": ["street", "city"]
        }"""));
  }

  @Test
  void describeWhatImmutablesWritesAndNoMore() {
    JsonNode schema = schema(Parcel.class);

    assertThat(schema.path("properties").propertyNames())
        .containsExactlyInAnyOrder("number", "kilograms", "note", "inside");
    assertThat(schema.at("/properties/number/description").asString())
        .isEqualTo("The parcel's number, and the ordering key.");
    assertThat(schema.path("required").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrder("number", "kilograms", "inside");
  }

  @Test
  void sayWhatTheNewestVersionMeansInTheWordsOfTheEvent() {
    EventType<?> event = Payloads.event(Payloads.Address.class).describedAs("Somebody moved.");

    assertThat(schema(event, 1).path("description").asString()).isEqualTo("Somebody moved.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tiny  | {'type': 'integer', 'minimum': -128, 'maximum': 127}",
        "small | {'type': 'integer', 'minimum': -32768, 'maximum': 32767}",
        "usual | {'type': 'integer', 'minimum': -2147483648, 'maximum': 2147483647}",
        "large | {'type': 'integer', 'minimum': -9223372036854775808, 'maximum': 9223372036854775807}",
        "huge  | {'type': 'integer'}",
        "exact | {'type': 'number'}",
        "inexact | {'type': 'number'}",
        "yes   | {'type': 'boolean'}"
      })
  void holdNumbersToWhatTheirTypeHolds(String field, String expected) {
    assertField(Payloads.Numbers.class, field, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "letter   | {'type': 'string', 'minLength': 1, 'maxLength': 1}",
        "id       | {'type': 'string', 'format': 'uuid'}",
        "link     | {'type': 'string', 'format': 'uri-reference'}",
        "currency | {'type': 'string', 'pattern': '^[A-Z]{3}$', 'examples': ['EUR']}",
        "bytes    | {'type': 'string', 'contentEncoding': 'base64'}",
        "colour   | {'type': 'string', 'enum': ['RED', 'GREEN']}"
      })
  void sayWhatATextIs(String field, String expected) {
    assertField(Payloads.Texts.class, field, expected);
  }

  @ParameterizedTest
  @CsvSource({"at, date-time", "with, date-time", "day, date"})
  void sayWhatATimeIs(String field, String format) {
    assertField(
        Payloads.Times.class, field, "{'type': 'string', 'format': '%s'}".formatted(format));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text     | {'type': ['string', 'null']}",
        "colour   | {'type': ['string', 'null'], 'enum': ['RED', 'GREEN', null]}",
        "number   | {'type': ['integer', 'null'], 'minimum': -2147483648, 'maximum': 2147483647}",
        "nullable | {'type': ['string', 'null']}",
        "leftOut  | {'type': 'string'}"
      })
  void letAFieldBeAbsentThatMayBe(String field, String expected) {
    assertField(Payloads.Absent.class, field, expected);
    assertThat(schema(Payloads.Absent.class).path("required").toString()).isEqualTo("[\"some\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "matrix   | {'type': 'array', 'items': {'type': 'array', 'items': {'type': 'number'}}}",
        "byColour | {'type': 'object', 'propertyNames': {'type': 'string', 'enum': ['RED', 'GREEN']},"
            + " 'additionalProperties': {'type': 'integer', 'minimum': -2147483648, 'maximum': 2147483647}}",
        "byId     | {'type': 'object', 'propertyNames': {'type': 'string', 'format': 'uuid'},"
            + " 'additionalProperties': {'type': 'array', 'items': {'type': 'string'}}}"
      })
  void goIntoListsAndMaps(String field, String expected) {
    assertField(Payloads.Collections.class, field, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "first  | {'$ref': '#/$defs/Tree'}",
        "second | {'anyOf': [{'$ref': '#/$defs/Tree'}, {'type': 'null'}]}",
        "others | {'type': 'array', 'items': {'$ref': '#/$defs/Tree'}}"
      })
  void setApartWhatContainsItself(String field, String expected) {
    assertField(Payloads.Forest.class, field, expected);
    assertThat(schema(Payloads.Forest.class)
            .at("/$defs/Tree/properties/children/items/$ref")
            .asString())
        .isEqualTo("#/$defs/Tree");
  }

  @Test
  void referToTheWholeWhereTheWholeContainsItself() {
    assertThat(schema(Payloads.Ping.class)
            .at("/properties/pong/properties/pings/items/$ref")
            .asString())
        .isEqualTo("#");
  }

  @ParameterizedTest
  @ValueSource(classes = {Payloads.Anything.class, Payloads.Holder.class, Payloads.ByAddress.class})
  void sayOfWhichFieldNoneCanBeMade(Class<?> payload) {
    assertThatThrownBy(() -> schema(payload))
        .isInstanceOf(NoSchemaException.class)
        .hasMessageMatching("event shape\\.v1\\.\\S+: no schema can be made of its payload \\S+: "
            + "\\S+ at \\$\\.(value|animal|texts) .*; (declare|key) .*");
  }

  @Test
  void sayWhyAPayloadCannotBeWrittenAtAll() {
    assertThatThrownBy(() -> schema(Payloads.Conflicting.class))
        .isInstanceOf(NoSchemaException.class)
        .hasMessageContainingAll("event shape.v1.conflicting", "cannot be written as JSON");
  }

  private void assertField(Class<?> payload, String field, String expected) {
    assertThat(JsonDifference.between(
            json.parse("expected", expected.replace('\'', '"')),
            schema(payload).path("properties").path(field)))
        .isEmpty();
  }

  private static JsonNode schema(Class<?> payload) {
    return schema(Payloads.event(payload), 1);
  }

  private static JsonNode schema(EventType<?> event, int version) {
    return new PayloadSchemas(new EventCodec(EventCatalogue.of(event)))
        .of(event, version)
        .json();
  }
}
