package dev.eventmanager.contracts.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.EventType;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.codec.EventCodec;
import dev.eventmanager.contracts.fixture.Payloads;
import dev.eventmanager.contracts.json.ContractJson;
import dev.eventmanager.contracts.schema.EventSchema;
import dev.eventmanager.contracts.schema.NoSchemaException;
import dev.eventmanager.contracts.schema.PayloadSchemas;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SamplesTest {

  private static final EventType<Payloads.Address> ADDRESS = Payloads.event(Payloads.Address.class);

  private static final EventType<Payloads.Chain> CHAIN = Payloads.event(Payloads.Chain.class)
      .version(2)
      .keyedBy(Payloads.Chain::name)
      .upcasting(1, Payloads.Address.class, SamplesTest::refuse);

  @ParameterizedTest
  @MethodSource("dev.eventmanager.contracts.fixture.Payloads#events")
  void areValidAndDecodedAndEncodedToThemselvesAsTheyAreMade(EventType<?> event) {
    JsonNode sample = new SampleMaker().sample(schema(event, 1));

    assertThat(check(event).problems(event, 1, schema(event, 1), sample)).isEmpty();
  }

  @Test
  void areNotMadeOfWhatContainsItselfWithoutEnd() {
    EventSchema schema = schema(Payloads.event(Payloads.Endless.class), 1);

    assertThatThrownBy(() -> new SampleMaker().sample(schema))
        .isInstanceOf(NoSchemaException.class)
        .hasMessageContainingAll("event shape.v1.endless", "without end");
  }

  @Test
  void mayNotHaveAFieldThatIsNotDeclared() {
    assertThat(problems("""
            {"street": "1 Mill Lane", "city": "Turin", "country": "IT"}"""))
        .singleElement()
        .asString()
        .contains("not valid for its schema at $", "country");
  }

  @Test
  void haveToBeWrittenAsTheyAre() {
    EventType<Payloads.Absent> event = Payloads.event(Payloads.Absent.class);

    assertThat(check(event).problems(event, 1, schema(event, 1), json("""
                {"address": null, "colour": null, "number": 1, "nullable": null, "some": []}""")))
        .containsExactly(
            "not what is written of it at $.text: the sample has nothing, the codec has null");
  }

  @Test
  void haveToBeUpcast() {
    assertThat(check(CHAIN).problems(CHAIN, 1, schema(CHAIN, 1), json("""
            {"street": "1 Mill Lane", "city": "Turin"}""")))
        .singleElement()
        .asString()
        .contains("version 1 could not be upcast to version 2", "no street is a chain");
  }

  @Test
  void tellTheirOrderingKeyWhereThereIsOne() {
    JsonNode chain = json("""
        {"name": "c-1", "next": null}""");

    assertThat(check(CHAIN).orderingKey(CHAIN, 2, chain)).contains("c-1");
    assertThat(check(ADDRESS).orderingKey(ADDRESS, 1, chain)).isEmpty();
  }

  private static List<String> problems(String sample) {
    return check(ADDRESS).problems(ADDRESS, 1, schema(ADDRESS, 1), json(sample));
  }

  private static SampleCheck check(EventType<?> event) {
    return new SampleCheck(new EventCodec(EventCatalogue.of(event)));
  }

  private static EventSchema schema(EventType<?> event, int version) {
    return new PayloadSchemas(new EventCodec(EventCatalogue.of(event))).of(event, version);
  }

  private static JsonNode json(String text) {
    return new ContractJson().parse("sample", text);
  }

  private static Payloads.Chain refuse(Payloads.Address address) {
    throw new IllegalStateException("no street is a chain");
  }
}
