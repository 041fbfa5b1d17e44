package dev.eventmanager.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.EventType;
import dev.eventmanager.Exchange;
import dev.eventmanager.catalogue.EventCatalogue;
import dev.eventmanager.contracts.fixture.Payloads;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractFilesTest {

  private static final Exchange DEPOT = Exchange.topic("depot");
  private static final EventType<Weighed> WEIGHED = DEPOT
      .event("weighed", Weighed.class)
      .version(2)
      .keyedBy(Weighed::parcel)
      .upcasting(1, WeighedV1.class, WeighedV1::weighed)
      .describedAs("A parcel was weighed.");

  @TempDir
  private Path folder;

  @Test
  void areASchemaAndASampleOfEachVersionAndADocumentOfAll() {
    files(WEIGHED).check(true);

    assertThat(contract("depot/weighed.v1.schema.json")).exists();
    assertThat(contract("depot/weighed.v2.schema.json")).exists();
    assertThat(contract("depot/weighed.v1.sample.json")).hasContent("""
        {
          "parcel": "text",
          "grams": 1
        }""");
    assertThat(contract("depot/weighed.v2.sample.json")).exists();
    assertThat(contract("asyncapi.json")).exists();
    assertThat(page("README.md")).exists();
    assertThat(page("depot.weighed.md")).exists();
  }

  @Test
  void passOnceTheyAreWritten() {
    files(WEIGHED).check(true);

    assertThatCode(() -> files(WEIGHED).check()).doesNotThrowAnyException();
  }

  @Test
  void sayWhatDiffersWhereAndHowToUpdate() throws IOException {
    files(WEIGHED).check(true);
    replace(contract("depot/weighed.v2.schema.json"), "\"number\"", "\"string\"");
    replace(page("depot.weighed.md"), "was weighed", "was measured");

    assertThatThrownBy(() -> files(WEIGHED).check())
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(
            "build --update",
            contract("depot/weighed.v2.schema.json").toString(),
            "$.properties.kilograms.type: the file has \"string\", the declaration has \"number\"",
            page("depot.weighed.md").toString(),
            "line 4: the file has \"A parcel was measured.\", it should be \"A parcel was weighed.\"");
  }

  @Test
  void sayWhichIsMissing() throws IOException {
    files(WEIGHED).check(true);
    Files.delete(contract("depot/weighed.v1.sample.json"));

    assertThatThrownBy(() -> files(WEIGHED).check())
        .hasMessageContaining(contract("depot/weighed.v1.sample.json") + "\n    is missing");
  }

  @Test
  void sayWhichBelongToNoEventAnyMore() {
    files(WEIGHED, Payloads.event(Payloads.Address.class)).check(true);

    assertThatThrownBy(() -> files(WEIGHED).check())
        .hasMessageContainingAll(
            contract("shape/address.v1.schema.json") + "\n    is left over",
            page("shape.address.md") + "\n    is left over");
  }

  @Test
  void leaveNothingOverAndTouchNoPageOfSomebodyElse() throws IOException {
    files(WEIGHED, Payloads.event(Payloads.Address.class)).check(true);
    Files.writeString(page("about.md"), "# Written by hand\n");

    files(WEIGHED).check(true);

    assertThat(contract("shape/address.v1.schema.json")).doesNotExist();
    assertThat(page("shape.address.md")).doesNotExist();
    assertThat(page("about.md")).exists();
  }

  @Test
  void keepTheSampleThatSomebodyEdited() throws IOException {
    files(WEIGHED).check(true);
    String edited = "{\"parcel\": \"p-1\", \"kilograms\": 12.50}";
    Files.writeString(contract("depot/weighed.v2.sample.json"), edited);

    files(WEIGHED).check(true);

    assertThat(contract("depot/weighed.v2.sample.json")).hasContent(edited);
    assertThat(page("depot.weighed.md")).content().contains("\"kilograms\": 12.50");
  }

  @Test
  void sayWhichSampleIsNotWhatTravels() throws IOException {
    files(WEIGHED).check(true);
    Files.writeString(
        contract("depot/weighed.v2.sample.json"), "{\"parcel\": \"p-1\", \"kilograms\": 0}");

    assertThatThrownBy(() -> files(WEIGHED).check(true))
        .hasMessageContainingAll(
            contract("depot/weighed.v2.sample.json").toString(), "it weighs nothing");
  }

  @Test
  void sayWhereASampleIsBroken() throws IOException {
    files(WEIGHED).check(true);
    Files.writeString(contract("depot/weighed.v2.sample.json"), "{\n  \"parcel\": p-1\n}");

    assertThatThrownBy(() -> files(WEIGHED).check(true))
        .hasMessageContainingAll(
            contract("depot/weighed.v2.sample.json") + " is broken at line 2", "correct it");
  }

  @Test
  void sayWhereASchemaIsBroken() throws IOException {
    files(WEIGHED).check(true);
    Files.writeString(contract("depot/weighed.v2.schema.json"), "<<<<<<< ours");

    assertThatThrownBy(() -> files(WEIGHED).check())
        .hasMessageContaining(contract("depot/weighed.v2.schema.json") + " is broken at line 1");
  }

  @Test
  void sayWhichPayloadsHaveNoSchemaOneLineEach() {
    assertThatThrownBy(() -> files(
                WEIGHED,
                Payloads.event(Payloads.Anything.class),
                Payloads.event(Payloads.Holder.class))
            .check(true))
        .hasMessageContainingAll(
            "\n  event shape.v1.anything: no schema", "\n  event shape.v1.holder: no schema");
    assertThat(contract("asyncapi.json")).doesNotExist();
  }

  private ContractFiles files(EventType<?>... events) {
    return ContractFiles.of(EventCatalogue.of(events))
        .in(folder.resolve("resources"))
        .withPages(folder.resolve("pages"), "The depot's events")
        .updatedBy("build --update");
  }

  private Path contract(String name) {
    return folder.resolve("resources/META-INF/event-manager/contracts").resolve(name);
  }

  private Path page(String name) {
    return folder.resolve("pages").resolve(name);
  }

  private static void replace(Path file, String words, String others) throws IOException {
    Files.writeString(file, Files.readString(file).replace(words, others));
  }

  record Weighed(String parcel, BigDecimal kilograms) {
    Weighed {
      if (kilograms.signum() == 0) {
        throw new IllegalArgumentException("it weighs nothing");
      }
    }
  }

  record WeighedV1(String parcel, long grams) {
    Weighed weighed() {
      return new Weighed(parcel, BigDecimal.valueOf(grams, 3));
    }
  }
}
