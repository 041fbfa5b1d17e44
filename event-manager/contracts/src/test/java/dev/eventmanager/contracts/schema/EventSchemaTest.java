package dev.eventmanager.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.EventType;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.contracts.fixture.Payloads;
import dev.eventmanager.contracts.json.BrokenContractException;
import dev.eventmanager.contracts.json.ContractJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class EventSchemaTest {

  private static final String UNKNOWN_FIELDS = """
      {
        "home": {"street": "1 Mill Lane", "city": "Turin", "floor": 2},
        "work": {"street": "1 Mill Lane", "city": "Turin"},
        "others": [{"street": "1 Mill Lane", "city": "Turin", "door": "b"}],
        "id": 1,
        "free": {"whatever": 1},
        "more": true
      }""";

  @Test
  void readsFieldsThatItDoesNotKnow() {
    assertThat(nested().reading().violations(json(UNKNOWN_FIELDS))).isEmpty();
  }

  @Test
  void writesNoFieldThatIsNotDeclaredAtWhateverDepth() {
    assertThat(nested().writing().violations(json(UNKNOWN_FIELDS)))
        .extracting(SchemaViolation::path)
        .containsExactlyInAnyOrder("$", "$.home", "$.others[0]");
  }

  @Test
  void closesNoMapAndTakesNoFieldForAKeyword() {
    EventSchema schema = schema(Payloads.event(Payloads.Keywords.class));

    assertThat(schema.writing().violations(json("""
            {"properties": {"street": "1 Mill Lane", "city": "Turin"}, "items": "tea"}"""))).isEmpty();
    assertThat(schema(Payloads.event(Payloads.Collections.class)).writing().violations(json("""
            {"numbers": [], "texts": [], "addresses": [], "matrix": [], "byColour": {}, "byId": {},
             "byNumber": {"7": "tea"}, "byName": {"me": {"street": "1 Mill Lane", "city": "Turin"}}}""")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'at': 'today'} | $.at",
        "{'day': '2026-02-30'} | $.day",
        "{'local': '2026-01-02'} | $.local",
        "{'lasting': 'PT'} | $.lasting"
      })
  void saysWhereAPayloadDeparts(String payload, String path) {
    assertThat(schema(Payloads.event(Payloads.Times.class))
            .reading()
            .violations(json(payload.replace('\'', '"'))))
        .extracting(SchemaViolation::path)
        .contains(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"type\": ", "[]", "", "{\"type\": \"object\"} {}"})
  void saysWhichFileIsBroken(String text) {
    assertThatThrownBy(() -> EventSchema.parse("submit.v1.schema.json", text))
        .isInstanceOf(BrokenContractException.class)
        .hasMessageContaining("contract file submit.v1.schema.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"$ref\": \"#/$defs/Gone\"}", "{\"pattern\": \"(\"}"})
  void saysWhichFileHoldsNoSchema(String text) {
    assertThatThrownBy(() ->
            EventSchema.parse("submit.v1.schema.json", text).reading().violations(json("\"tea\"")))
        .isInstanceOf(BrokenContractException.class)
        .hasMessageContaining("contract file submit.v1.schema.json holds no schema");
  }

  private static EventSchema nested() {
    return schema(Payloads.event(Payloads.Nested.class));
  }

  private static EventSchema schema(EventType<?> event) {
    return new PayloadSchemas(new EventCodec(EventCatalogue.of(event))).of(event, 1);
  }

  private static JsonNode json(String text) {
    return new ContractJson().parse("payload", text);
  }
}
