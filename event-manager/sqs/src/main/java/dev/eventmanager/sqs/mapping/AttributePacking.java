package dev.eventmanager.sqs.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fits any names and values into what SQS allows: ten attributes with legal values. What does not
 * fit, or has characters SQS does not take, travels as ASCII JSON in the attribute {@code more}.
 */
final class AttributePacking {

  static final String MORE = "more";

  private static final int MOST = 10;
  private static final TypeReference<Map<String, String>> PAIRS = new TypeReference<>() {};

  private final JsonMapper json =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  /** Packs; the first ones of the map keep an attribute of their own. */
  Map<String, String> pack(Map<String, String> values) {
    var packed = new LinkedHashMap<String, String>();
    var more = new LinkedHashMap<String, String>();
    var allLegal = values.values().stream().allMatch(SqsText::isLegal);
    var room = allLegal && values.size() <= MOST ? MOST : MOST - 1;
    values.forEach((name, value) ->
        (SqsText.isLegal(value) && packed.size() < room ? packed : more).put(name, value));
    if (!more.isEmpty()) {
      packed.put(MORE, json.writeValueAsString(more));
    }
    return packed;
  }

  Map<String, String> unpack(Map<String, String> attributes) {
    var values = new LinkedHashMap<>(attributes);
    var more = values.remove(MORE);
    if (more != null) {
      values.putAll(json.readValue(more, PAIRS));
    }
    return values;
  }
}
