package dev.eventmanager.contracts.compatibility.change;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.eventmanager.contracts.json.BrokenContractException;
import dev.eventmanager.contracts.json.ContractJson;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A file with a JSON Schema 2020-12. Immutable and thread-safe. */
public final class SchemaDocument {

  private static final String DIALECT = SpecificationVersion.DRAFT_2020_12.getDialectId();

  private static final List<String> IDENTIFYING = List.of("$schema", "$id");

  private static final ContractJson JSON = new ContractJson();

  private static final com.networknt.schema.Schema META_SCHEMA = SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12)
      .getSchema(SchemaLocation.of(DIALECT));

  private final String name;
  private final JsonNode root;

  private SchemaDocument(String name, JsonNode root) {
    this.name = name;
    this.root = root;
  }

  /**
   * Reads a schema.
   *
   * @param name the file, for messages
   * @throws BrokenContractException if the text is not JSON, or not a schema of 2020-12
   */
  public static SchemaDocument parse(String name, String text) {
    JsonNode root = JSON.parse(name, text);
    SchemaDocument document = new SchemaDocument(name, root);
    document.requireDialect();
    document.requireSchema();
    return new SchemaDocument(name, ((ObjectNode) root).without(IDENTIFYING));
  }

  private void requireDialect() {
    String dialect = root.path("$schema").asString(DIALECT);
    if (!dialect.equals(DIALECT)) {
      throw broken("\"$schema\" is %s; only %s can be compared".formatted(dialect, DIALECT));
    }
  }

  private void requireSchema() {
    if (!root.isObject()) {
      throw broken("a schema is a JSON object, and this is %s".formatted(root.getNodeType()));
    }
    List<Error> errors = META_SCHEMA.validate(root);
    if (!errors.isEmpty()) {
      Error first = errors.get(0);
      throw broken("not a JSON Schema at \"%s\": %s"
          .formatted(first.getInstanceLocation(), first.getMessage()));
    }
  }

  Schema root() {
    return schema(root);
  }

  /** What this subschema says; where it only refers to another one of this file, what that says. */
  Schema schema(JsonNode subschema) {
    Set<String> followed = new HashSet<>();
    ObjectNode keywords = Keywords.of(subschema);
    while (keywords.size() == 1 && isLocalReference(keywords.path("$ref"))) {
      String reference = keywords.path("$ref").stringValue();
      if (!followed.add(reference)) {
        throw broken("\"$ref\": \"%s\" leads back to itself".formatted(reference));
      }
      keywords = Keywords.of(target(reference));
    }
    return new Schema(keywords, this);
  }

  static boolean isLocalReference(JsonNode reference) {
    return reference.isString()
        && (reference.stringValue().equals("#") || reference.stringValue().startsWith("#/"));
  }

  /** The subschema that a reference within this file leads to. */
  JsonNode target(String reference) {
    String pointer =
        URLDecoder.decode(reference.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
    JsonNode target = root.at(JsonPointer.compile(pointer));
    if (target.isMissingNode()) {
      throw broken("\"$ref\": \"%s\" leads nowhere".formatted(reference));
    }
    return target;
  }

  BrokenContractException broken(String why) {
    return new BrokenContractException("%s: %s".formatted(name, why));
  }
}
