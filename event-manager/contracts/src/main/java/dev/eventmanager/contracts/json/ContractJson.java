package dev.eventmanager.contracts.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of contract files: indented by two spaces, lines ended by a line feed, decimals exact,
 * whatever the machine. Immutable and thread-safe.
 */
public final class ContractJson {

  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
  private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter(
          Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
      .withObjectIndenter(INDENTER)
      .withArrayIndenter(INDENTER);

  private final JsonMapper mapper = JsonMapper.builder()
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
      .build();

  /**
   * The tree of a file's text.
   *
   * @param where the file, for the message
   * @throws BrokenContractException if the text is not JSON
   */
  public JsonNode parse(String where, String text) {
    return read(where, text, JsonNode.class);
  }

  /**
   * The value that a file's text holds; fields that the type does not know are ignored.
   *
   * @param where the file, for the message
   * @throws BrokenContractException if the text is not JSON, or not of this type
   */
  public <T> T read(String where, String text, Class<T> type) {
    try {
      T value = mapper.readValue(text, type);
      if (value == null) {
        throw new BrokenContractException("contract file %s is empty".formatted(where));
      }
      return value;
    } catch (JacksonException broken) {
      throw new BrokenContractException(
          "contract file %s is broken at %s: %s; correct it, or take it back from version control"
              .formatted(where, place(broken), broken.getOriginalMessage()),
          broken);
    }
  }

  /**
   * The text of a file.
   *
   * @throws BrokenContractException if there is no such file, or it cannot be read
   */
  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new BrokenContractException(
          "contract file %s cannot be read: %s".formatted(file, unreadable), unreadable);
    }
  }

  /** The text of a file that holds this value. */
  public String write(Object value) {
    return mapper.writer().with(PRINTER).writeValueAsString(value) + "\n";
  }

  private static String place(JacksonException broken) {
    TokenStreamLocation location = broken.getLocation();
    String path = broken.getPath().stream()
        .map(step -> step.getPropertyName() == null
            ? "[" + step.getIndex() + "]"
            : "." + step.getPropertyName())
        .collect(Collectors.joining("", "$", ""));
    return location == null || location.getLineNr() < 1
        ? path
        : "line %d, column %d (%s)".formatted(location.getLineNr(), location.getColumnNr(), path);
  }
}
