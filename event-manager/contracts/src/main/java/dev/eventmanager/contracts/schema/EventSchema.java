package dev.eventmanager.contracts.schema;

import com.networknt.schema.SpecificationVersion;
import dev.eventmanager.contracts.json.BrokenContractException;
import dev.eventmanager.contracts.json.ContractJson;
import tools.jackson.databind.JsonNode;

/**
 * The JSON Schema, of draft 2020-12, of one event in one version. Immutable and thread-safe.
 *
 * <p>Its text leaves objects open, since a reader ignores fields that it does not know. {@link
 * #writing()} closes them: a publisher writes what is declared and nothing else.
 */
public final class EventSchema {

  /** What stands in a schema under {@code $schema}. */
  static final String DIALECT = SpecificationVersion.DRAFT_2020_12.getDialectId();

  private final String where;
  private final JsonNode json;

  /**
   * A schema as it stands in a file.
   *
   * @param where the file or the event, for messages
   * @throws BrokenContractException if it is not an object
   */
  public EventSchema(String where, JsonNode json) {
    if (!json.isObject()) {
      throw new BrokenContractException(
          "contract file %s holds no schema: it is not a JSON object; take it back from version control"
              .formatted(where));
    }
    this.where = where;
    this.json = json.deepCopy();
  }

  /**
   * The schema in the text of a file.
   *
   * @param where the file, for messages
   * @throws BrokenContractException if it is not JSON, or not an object
   */
  public static EventSchema parse(String where, String text) {
    return new EventSchema(where, new ContractJson().parse(where, text));
  }

  /** Checks what arrives: fields that the schema does not know are no violation. */
  public SchemaCheck reading() {
    return new SchemaCheck(where, json);
  }

  /** Checks what is written: every field has to be declared. */
  public SchemaCheck writing() {
    return new SchemaCheck(where, ClosedObjects.of(json));
  }

  /** The schema itself; a copy. */
  public JsonNode json() {
    return json.deepCopy();
  }
}
