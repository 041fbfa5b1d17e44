package dev.eventmanager.emulator.rules;

import static dev.eventmanager.emulator.rules.Violation.invalid;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How many attributes a message may have, what they may be called and hold, and their size. */
final class AttributeRules {

  private static final int MOST = 10;
  private static final Pattern NAME =
      Pattern.compile("(?!(?i:aws|amazon)\\.)[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
  private static final Pattern TYPE = Pattern.compile("(String|Number|Binary)(\\..+)?");
  private static final int LONGEST = 256;

  private AttributeRules() {}

  static Optional<Violation> check(ObjectNode entry) {
    var count = entry.path("MessageAttributes").size();
    if (count > MOST) {
      return Optional.of(invalid(
          "Number of message attributes [%d] exceeds the allowed maximum [%d].", count, MOST));
    }
    return attributes(entry)
        .flatMap(attribute -> check(attribute.getKey(), attribute.getValue()).stream())
        .findFirst();
  }

  /** Names, types and values, in bytes. */
  static int size(ObjectNode entry) {
    return attributes(entry)
        .mapToInt(attribute -> SqsCharacters.bytes(attribute.getKey())
            + SqsCharacters.bytes(type(attribute.getValue()))
            + valueSize(attribute.getValue()))
        .sum();
  }

  private static Stream<Map.Entry<String, JsonNode>> attributes(ObjectNode entry) {
    return entry.path("MessageAttributes").properties().stream();
  }

  private static Optional<Violation> check(String name, JsonNode attribute) {
    if (name.length() > LONGEST || !NAME.matcher(name).matches()) {
      return Optional.of(invalid("Invalid attribute name: '%s'.", name));
    }
    if (type(attribute).length() > LONGEST || !TYPE.matcher(type(attribute)).matches()) {
      return Optional.of(invalid("The type of message attribute '%s' is invalid.", name));
    }
    if (valueSize(attribute) == 0) {
      return Optional.of(invalid("Message attribute '%s' must contain a non-empty value.", name));
    }
    return SqsCharacters.areLegal(text(attribute))
        ? Optional.empty()
        : Optional.of(invalid("Message attribute '%s' has invalid characters.", name));
  }

  private static int valueSize(JsonNode attribute) {
    var binary = attribute.path("BinaryValue").asString("");
    return SqsCharacters.bytes(text(attribute)) + Base64.getDecoder().decode(binary).length;
  }

  private static String text(JsonNode attribute) {
    return attribute.path("StringValue").asString("");
  }

  private static String type(JsonNode attribute) {
    return attribute.path("DataType").asString("");
  }
}
