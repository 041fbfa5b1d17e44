package dev.eventmanager.contracts.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import dev.eventmanager.contracts.json.BrokenContractException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** One way of checking payloads against a schema. Immutable and thread-safe. */
public final class SchemaCheck {

  private final String where;
  private final Schema schema;

  SchemaCheck(String where, JsonNode json) {
    this.where = where;
    SchemaRegistryConfig config = SchemaRegistryConfig.builder()
        .pathType(PathType.JSON_PATH)
        .formatAssertionsEnabled(true)
        .locale(Locale.ENGLISH)
        .build();
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
    this.schema = unlessBroken(() -> registry.getSchema(json));
  }

  /**
   * Where and how a payload departs from the schema; empty if it is valid.
   *
   * @throws BrokenContractException if the schema refers to what is not there
   */
  public List<SchemaViolation> violations(JsonNode payload) {
    return unlessBroken(() -> schema.validate(payload)).stream()
        .map(error ->
            new SchemaViolation(error.getInstanceLocation().toString(), error.getMessage()))
        .toList();
  }

  private <T> T unlessBroken(Supplier<T> use) {
    try {
      return use.get();
    } catch (SchemaException broken) {
      throw new BrokenContractException(
          "contract file %s holds no schema: %s; take it back from version control"
              .formatted(where, broken.getMessage()),
          broken);
    }
  }
}
