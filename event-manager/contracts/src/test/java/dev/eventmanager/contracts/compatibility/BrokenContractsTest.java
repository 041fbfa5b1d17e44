package dev.eventmanager.contracts.compatibility;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventmanager.contracts.json.BrokenContractException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One message that says where and what to do, whatever is wrong with the files. */
class BrokenContractsTest {

  @TempDir
  private Path folder;

  private Release release;

  @BeforeEach
  void release() {
    release = Release.of(folder);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {"type": "object"              | broken at line
      {"type": "object", "type": 1}  | broken at line
      {"type": "order"}              | not a JSON Schema at "/type"
      {"required": "id"}             | not a JSON Schema at "/required"
      []                             | a schema is a JSON object
      {"$schema": "http://json-schema.org/draft-07/schema#"} | only https://json-schema.org/draft/2020-12/schema can be compared
      """)
  void saysWhereASchemaIsBroken(String schema, String why) {
    release.schema("order/submit.v2", schema);

    assertRefusal()
        .hasMessageContainingAll("contracts/order/submit.v2.schema.json in " + folder, why);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {"properties": {"a": {"$ref": "#/$defs/A"}}} | "#/$defs/A" leads nowhere
      {"$ref": "#/$defs/A", "$defs": {"A": {"$ref": "#/$defs/B"}, "B": {"$ref": "#/$defs/A"}}} | leads back to itself
      {"$ref": "#/$defs/A", "$defs": {"A": {"anyOf": [{"$ref": "#/$defs/A"}]}}} | a choice has itself to choose from
      """)
  void saysWhichReferenceLeadsNowhere(String schema, String why) {
    Release before = Release.of(folder.resolve("before"));
    ContractSet broken = release.schema("order/submit.v2", schema).contracts();

    assertThatThrownBy(() -> Compatibility.between(before.contracts(), broken))
        .isInstanceOf(BrokenContractException.class)
        .hasMessageContainingAll("contracts/order/submit.v2.schema.json in " + folder, why);
  }

  @Test
  void saysWhichFileIsNamedAfterNoEvent() {
    release.schema("Order/submit.v2", Release.ORDER);

    assertRefusal()
        .hasMessageContainingAll(
            "Order/submit.v2.schema.json", "\"Order.v2.submit\" is no routing key");
  }

  @Test
  void saysWhichServiceIsBroken() {
    release.file("services/billing-service.json", "{");

    assertRefusal().hasMessageContaining("services/billing-service.json in " + folder);
  }

  @Test
  void saysWhatAnExceptionLacks() {
    release.exceptions("""
        [{"event": "order.submit", "version": 2, "path": "$.id", "change": "removed", "by": "ada"}]
        """);

    assertRefusal().hasMessageContainingAll("contract-exceptions.json", "no \"reason\"");
  }

  @Test
  void saysThatAFolderIsEmpty() {
    assertThatThrownBy(() -> ContractSet.in(List.of(folder.resolve("META-INF"))))
        .isInstanceOf(BrokenContractException.class)
        .hasMessageContainingAll("there are no contracts/", folder.toString());
  }

  @Test
  void saysThatAFolderIsMissing() {
    assertThatThrownBy(() -> ContractSet.in(List.of(folder.resolve("away"))))
        .isInstanceOf(BrokenContractException.class)
        .hasMessageContainingAll("there is no folder", "away");
  }

  @Test
  void saysThatTwoFoldersDeclareOneEvent() {
    Release other = Release.of(folder.resolve("other"));

    assertThatThrownBy(() -> ContractSet.in(List.of(folder, other.resources())))
        .isInstanceOf(BrokenContractException.class)
        .hasMessageContaining("order.v2.submit has two schemas");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertRefusal() {
    return assertThatThrownBy(() -> release.contracts())
        .isInstanceOf(BrokenContractException.class);
  }
}
